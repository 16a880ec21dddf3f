# First line: milliseconds a series; then the upper bound of each series' last week, a series a line.
suppressMessages(library(surveillance))
series <- lapply(strsplit(readLines(commandArgs(TRUE)[1]), ","), as.numeric)
bound <- function(y) suppressWarnings(upperbound(farringtonFlexible(sts(observed = matrix(y), frequency = 52), control = list(
  range = length(y), b = 5, w = 3, noPeriods = 10, weightsThreshold = 2.58, pastWeeksNotIncluded = 26,
  pThresholdTrend = 1, alpha = 0.01, thresholdMethod = "muan", limit54 = c(0, 4), glmWarnings = FALSE)))[1, 1])
bounds <- NULL
took <- system.time(bounds <- vapply(series, bound, 0))[["elapsed"]]
cat(1000 * took / length(series), sprintf("%.15g", bounds), sep = "\n")
cat("\n")
