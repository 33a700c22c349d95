import type { Millis } from '../../shared/kernel/time.ts'

/** Who an account belongs to: a person with a mobile number, or a user of the platform, known by its `externalId`. */
export type Profile = {
  id: string
  createdAt: Millis
  maskedPhone?: string
  externalId?: string
}
