# A thousand random sets of waiting cases, and what the R package survival makes of each, a line a set:
# entered;ended;cause (0: still waiting);group;times;S;its variance;low;high;median;log-rank observed;expected;variance;times and shares of cause 1
suppressMessages(library(survival))

digits <- function(x) paste(ifelse(is.na(x), "NA", sprintf("%.17g", x)), collapse = ",")

set.seed(1958)
for (i in 1:1000) {
  n <- sample(c(1, 2, 5, 20, 100), 1)
  entered <- if (runif(1) < 0.5) rep(0, n) else sample(0:8, n, replace = TRUE)
  ended <- entered + if (runif(1) < 0.1) rep(7, n) else 1 + rpois(n, runif(1, 0, 30))
  cause <- if (runif(1) < 0.1) rep(sample(0:2, 1), n) else sample(0:2, n, replace = TRUE)
  group <- if (n > 1) c(1, 2, sample(1:2, n - 2, replace = TRUE)) else 1
  km <- summary(survfit(Surv(entered, ended, cause == 1) ~ 1, conf.type = "log-log"))
  all <- survfit(Surv(entered, ended, cause == 1) ~ 1)
  # Incidence and log-rank: as if all were seen from their beginning.
  incidence <- if (any(cause == 1)) summary(survfit(Surv(ended, factor(cause, 0:2)) ~ 1)) else NULL
  rank <- if (length(unique(group)) == 2 && any(cause == 1)) tryCatch(survdiff(Surv(ended, cause == 1) ~ group), error = function(e) NULL) else NULL
  cat(digits(entered), digits(ended), digits(cause), digits(group),
      digits(km$time), digits(km$surv), digits(km$std.err^2), digits(km$lower), digits(km$upper), digits(summary(all)$table[["median"]]),
      if (is.null(rank)) "NA" else digits(rank$obs[1]), if (is.null(rank)) "NA" else digits(rank$exp[1]), if (is.null(rank)) "NA" else digits(rank$var[1, 1]),
      if (is.null(incidence)) "" else digits(incidence$time), if (is.null(incidence)) "" else digits(incidence$pstate[, 2]), sep = ";")
  cat("\n")
}
