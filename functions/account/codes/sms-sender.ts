import type { Millis } from '../../../shared/kernel/time.ts'

/**
 * `sent`: accepted by the vendor. `rejected`: this number or text is refused for good. `unavailable`: nothing known or try later.
 * `needsRepair`: no text goes to anybody before a person mends something on our side (balance, key, sign name, limit of our app).
 */
export type SmsResult =
  | { kind: 'sent' }
  | { kind: 'rejected'; code: string }
  | { kind: 'unavailable'; code: string; needsRepair?: true }

/**
 * Sends a verification code by text message. Never throws for what the vendor or network does; throws, and sends nothing, without a
 * permit for this vendor and a number. `P`: what a permit is.
 */
export type SmsSender<P> = {
  readonly vendor: string
  /** `phone`: 11 digits. `code`: 6 digits. `minutes`: how long the code is good for, shown in the text. */
  sendCode(phone: string, code: string, minutes: number, permit: P): Promise<SmsResult>
}

/** A number goes to a vendor of texts, because its owner asked for one. */
export type PhoneHandedOn = { vendor: string; at: Millis }
