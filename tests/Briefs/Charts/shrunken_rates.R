# A thousand random maps, a line each: cases;people;rates per person drawn together by spdep::EBest (Marshall 1991)
suppressMessages(library(spdep))
digits <- function(x) paste(sprintf("%.17g", x), collapse = ",")

set.seed(1991)
for (i in 1:1000) {
  people <- round(exp(runif(sample(2:81, 1), 3, 14)))
  cases <- rpois(length(people), people * exp(rnorm(length(people), -7, sample(c(0, 0.2, 1), 1))))
  cases[1] <- cases[1] + 1
  # spdep warns where there is no difference between the places, and draws all to the mean.
  cat(digits(cases), digits(people), digits(suppressWarnings(EBest(cases, people))$estmm), sep = ";")
  cat("\n")
}
