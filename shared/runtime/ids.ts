import { randomBytes, randomInt } from 'node:crypto'
import { v7 } from 'uuid'
import type { Ids } from '../kernel/ids.ts'

/** The real source of ids and randomness. */
export const ids: Ids = {
  id: () => v7().replaceAll('-', ''),
  secret: (bytes) => randomBytes(bytes).toString('base64url'),
  below: (limit) => randomInt(limit),
}
