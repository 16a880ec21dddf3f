# A thousand random nights: p-values;what p.adjust makes of them (Benjamini and Hochberg)
digits <- function(x) paste(sprintf("%.17g", x), collapse = ",")

set.seed(1995)
for (i in 1:1000) {
  p <- runif(sample(1:50, 1))^sample(c(1, 3, 10), 1)
  if (runif(1) < 0.2) p <- round(p, 1)
  if (runif(1) < 0.1) p[] <- p[1]
  cat(digits(p), digits(p.adjust(p, "BH")), sep = ";")
  cat("\n")
}
