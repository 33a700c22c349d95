/**
 * `sent`: accepted by the vendor. `rejected`: this number or text is refused for good. `unavailable`: nothing known or try later.
 * `needsRepair`: no text goes to anybody before a person mends something on our side (balance, key, sign name, limit of our app).
 */
export type SmsResult =
  | { kind: 'sent' }
  | { kind: 'rejected'; code: string }
  | { kind: 'unavailable'; code: string; needsRepair?: true }

/** Sends a verification code by text message. Never throws for what the vendor or network does. */
export type SmsSender = {
  readonly vendor: string
  /** `phone`: 11 digits. `code`: 6 digits. `minutes`: how long the code is good for, shown in the text. */
  sendCode(phone: string, code: string, minutes: number): Promise<SmsResult>
}
