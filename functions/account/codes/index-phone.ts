import { blindIndex } from '../../../shared/vault/blind-index.ts'
import type { Mac, Vault } from '../../../shared/vault/vault.ts'

/** The MAC of a normalised mobile number (11 digits), for whatever is to be bound to that number; never stored. One KMS call. */
export const macPhone = (vault: Vault, phone: string): Promise<Mac> => vault.mac(`phone:${phone}`)

/** The blind index that a number's MAC gives: names it in keys without saying it. */
export const phoneIndex = (mac: Mac): string => blindIndex(mac, 'phone')

/** Ties texts to the number whose MAC that is. */
export const boundTo =
  (mac: Mac, purpose: string) =>
  (...parts: string[]): string =>
    blindIndex(mac, purpose, ...parts)

/** The blind index of a normalised mobile number (11 digits). One KMS call. */
export const indexPhone = async (vault: Vault, phone: string): Promise<string> =>
  phoneIndex(await macPhone(vault, phone))
