/** Settings of every SDK client: fail fast enough that a retry still fits into the caller's time. */
export const client = {
  maxAttempts: 3,
  // Without the last one the SDK only warns and goes on waiting.
  requestHandler: { connectionTimeout: 1000, requestTimeout: 3000, throwOnRequestTimeout: true },
} as const
