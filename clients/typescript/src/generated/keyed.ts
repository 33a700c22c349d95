/** Routes whose repeats the service knows by their Idempotency-Key. */
export const keyed: readonly string[] = [
  'POST /v1/applications/{id}/orders',
  'POST /v1/memberships',
  'POST /v1/points/recharges',
  'POST /v1/verifications',
]
