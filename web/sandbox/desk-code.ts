const SCAN_PAGE = /^https?:\/\/[^/]+\/scan#([\w-]{43})$/

/** The code of a desktop in a scanned text; undefined for any other text. */
export const deskCodeIn = (text: string | undefined): string | undefined => SCAN_PAGE.exec(text ?? '')?.[1]
