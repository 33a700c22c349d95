import { at, id } from './cast.ts'
import type { Fields } from './field.ts'

/** What people tell of themselves although nobody has to. */
export const profileFields: Fields = {
  'GetAddressTermsAnswer.answerMs': ['How soon a person has looked, in ms.', 259_200_000],
  'GetAddressTermsAnswer.validMs': ['How long an address that was seen counts, in ms.', 31_536_000_000],
  'GetAddressTermsAnswer.consent': ['The notice to agree to: `consent.notice` is its version.'],
  'SubmitAddressRequest.picture': [
    'The picture of the proof: the id of a material of the kind `address_proof`.',
    id.token,
  ],
  'SubmitAddressAnswer.review': ['The case by which a person looks at it.', `${id.account}.${id.token}`],
  'AddressOpen.review': ['The case by which a person looks at it already.', `${id.account}.${id.token}`],
  'SayOccupationRequest.occupation': ['What the user does; null to say it no more.', 'student'],
  'SayOccupationAnswer.occupation': ['What is said now.', 'student'],
  'GetLevelAnswer.trust': ['The trust score, apart from the level: of no consequence for the gate.'],
  'trust.score': ['Of a hundred.', 20],
  'trust.parts': ['What counts in it.'],
  'parts.part': ['Which.', 'occupation'],
  'parts.points': ['How many points it is worth.', 20],
  'parts.held': ['Whether it is there.', true],
  'parts.page': ['The page on which it is told; null where this deployment does not offer it.', '/level'],
  'SendEmailCodeRequest.email': ['The address that gets the code, as typed.', 'zhang@example.com'],
  'SendEmailCodeAnswer.status': [
    '`possibly_sent`: nobody knows whether the vendor took it; the code may come all the same.',
    'sent',
  ],
  'SendEmailCodeAnswer.retryAt': ['When the next code may be asked for.', '2026-11-20T04:01:00.000Z'],
  'BindEmailRequest.email': ['The address that the code was sent to, as typed.', 'zhang@example.com'],
  'BindEmailRequest.code': ['The code in the e-mail.', '428913'],
  'BindEmailAnswer.address': ['The address, masked: it is kept no other way.', 'z***@example.com'],
  'BindEmailAnswer.provenAt': ['When it was proven.', at.created],
  'GetEmailAnswer.offered': ['Whether an address can be proven here.', true],
  'GetEmailAnswer.email': ['The address that counts; null where there is none.'],
  'email.address': ['The address, masked.', 'z***@example.com'],
  'email.provenAt': ['When it was proven.', at.created],
  'parts.until': ['When it counts no more; null where it is not there, or does not end.', at.nextMonth],
  'trust.occupation': ['What the user said they do; null where nothing was said.', 'student'],
}
