import { keyAt } from '../../../shared/table/keys.ts'

export const scanKeys = {
  /** A QR code of ours that waits for a phone, by the hash of what it says. Read by the desktop that shows it and the phone that scans it. */
  scan: (hash: string) => keyAt(`SCAN#${hash}`, 'SCAN'),
}
