/** A number as people write it: digits, with what groups them. */
const NUMBER = /^\+?[\d() -]{3,24}$/
const ADDRESS = /^[a-z\d._+-]+@[a-z\d-]+(\.[a-z\d-]+)+$/i
const PAGE = /^https:\/\/[^\s@]+$/i

/**
 * Where a contact leads that is nothing but a telephone number, a mail address or a page; undefined for any other words, which are
 * shown as they are. Nothing is taken from it but these forms, so that no other scheme can come in.
 */
export const contactHref = (contact: string): string | undefined => {
  const plain = contact.normalize('NFKC').trim()
  if (NUMBER.test(plain) && /\d{3}/.test(plain)) return `tel:${plain.replace(/[() -]/g, '')}`
  if (ADDRESS.test(plain)) return `mailto:${plain}`
  return PAGE.test(plain) ? plain : undefined
}
