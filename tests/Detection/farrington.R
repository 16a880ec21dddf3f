# Bounds of the R package surveillance, a line a judged week: years;alpha;counts;muan;nbPlugin;delta;phi;mean
suppressMessages(library(surveillance))

bound <- function(y, b, alpha, method)
  suppressWarnings(farringtonFlexible(sts(observed = matrix(y), frequency = 52), control = list(
    range = length(y), b = b, w = 3, noPeriods = 10, weightsThreshold = 2.58, pastWeeksNotIncluded = 26,
    pThresholdTrend = 1, alpha = alpha, thresholdMethod = method, limit54 = c(0, 4), glmWarnings = FALSE)))

tell <- function(y, b, alpha) {
  muan <- bound(y, b, alpha, "muan")
  plugin <- bound(y, b, alpha, "nbPlugin")
  delta <- bound(y, b, alpha, "delta")
  digits <- function(x) if (is.na(x)) "NA" else sprintf("%.15g", x)
  cat(b, digits(alpha), paste(y, collapse = ","), digits(upperbound(muan)[1, 1]), digits(upperbound(plugin)[1, 1]),
      digits(upperbound(delta)[1, 1]), digits(control(muan)$phiVector[1, 1]), digits(control(plugin)$mu0Vector[1, 1]), sep = ";")
  cat("\n")
}

if (commandArgs(TRUE)[1] == "salmonella") {
  data(salmonella.agona)
  y <- salmonella.agona$observed
  for (k in 282:291) tell(y[1:k], 4, 0.1)
} else {
  set.seed(2013)
  for (i in 1:1000) {
    b <- sample(2:5, 1)
    weeks <- 1:(b * 52 + 4 + sample(0:40, 1))
    mean <- exp(runif(1, -3, 5) + runif(1, 0, 0.8) * sin(2 * pi * weeks / 52 + runif(1, 0, 6)) + runif(1, -0.1, 0.1) * weeks / 52)
    phi <- sample(c(1, 1.3, 2, 3), 1)
    y <- if (phi == 1) rpois(length(weeks), mean) else rnbinom(length(weeks), mu = mean, size = mean / (phi - 1))
    if (runif(1) < 0.3) { at <- sample(length(y), 10); y[at] <- y[at] * 4 }
    if (runif(1) < 0.1) y[] <- y[1]
    tell(y, b, sample(c(0.1, 0.05, 0.01, 0.001, 1e-5), 1))
  }
}
