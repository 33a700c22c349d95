import { at } from './cast.ts'
import { certificateFields } from './certificates.ts'
import type { Fields } from './field.ts'

const PUBLIC = 'GetCertificateAnswer.'
const OWN = 'GetOwnCertificateAnswer.'

/** Whoever administers the app is told all that everybody is, in the same words. */
const asEverybody: Fields = Object.fromEntries(
  Object.entries(certificateFields).flatMap(([field, said]) =>
    field.startsWith(PUBLIC) && !field.endsWith('.signed') ? [[OWN + field.slice(PUBLIC.length), said]] : [],
  ),
)

/** The certificate of an app, as its administrator sees it. */
export const ownCertificateFields: Fields = {
  ...asEverybody,
  [`${OWN}page`]: ['The page that is looked at for its link; null where none is registered.'],
  [`${OWN}renewal`]: ['How it is renewed; null of one that is revoked, as what is certified anew gets another.'],
  'renewal.from': ['From when on nothing of its time is lost by that.', at.created],
  'renewal.isOpen': ['Whether that is so now.', true],
  'renewal.until': ['Until when it would count if it were renewed now.', '2028-11-20T04:00:00.000Z'],
  [`${OWN}appeal`]: ['Whether one can appeal against how it stands.'],
  'appeal.can': ['Whether it was suspended or revoked by people, and nobody has appealed against that yet.', false],
  'appeal.review': ['The case of an appeal that people look at; null while there is none.', null],
  [`${OWN}reasonWords`]: ['What people wrote when they suspended or revoked it; null where they wrote nothing.', null],
  [`${OWN}ways`]: [
    'What leads on from here, the first at first. `renew`: apply for the certification anew. `appeal`: against what people decided. `ask_register`: have the register look the organisation up again once that operates. `show_link`: put the link into the page that is looked at. `verify`: prove who you are again. `apply_anew`: for another certificate.',
    ['renew'],
  ],
}
