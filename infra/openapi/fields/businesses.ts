import { at, id, masked } from './cast.ts'
import type { Fields } from './field.ts'

const PAGE: Fields[string] = [
  'Where a user has the business let go of them, at its own entrance: a public https address.',
  'https://shop.example.cn/account/close',
]

const NAMES = 'What it is called, as users read it.'

/** Businesses of the platform, what they are bound to, and where a user is verified. */
export const businessFields: Fields = {
  'Business.code': ['Names the business.', 'shop'],
  'Business.names': [NAMES],
  'BusinessBinding.names': [NAMES],
  'KeepBusinessRequest.names': [NAMES],
  'names.zh': ['In Chinese.', '示例商城'],
  'names.en': ['In English.', 'Example shop'],
  callback: [
    'Where it is asked when a user wants their identity cleared: a public https address.',
    'https://shop.example.cn/identity',
  ],
  'Business.page': PAGE,
  'BusinessBinding.page': PAGE,
  'KeepBusinessRequest.page': PAGE,
  registeredAt: ['When it was registered first.', at.created],
  'ListBusinessesAnswer.businesses': ['All of them.'],
  bindings: ['All of the user, in the order of the codes of their businesses.'],
  business: ['The code of the business.', 'shop'],
  boundAt: ['Since when it relies on who the user is.', at.decided],
  'BusinessBinding.status': [
    'Whether it counts. `bound`: it does. `stale`: the identity it relied on was cleared since; bound once more, it relies on the one there is now.',
    'bound',
  ],
  'GetIdentityAnswer.status': ['Whether the account is verified.', 'verified'],
  'GetIdentityAnswer.name': ['As whom, masked; null where the account is nobody.', masked.name],
  'GetIdentityAnswer.idNumber': ['The ID number, masked.', masked.idNumber],
  'GetIdentityAnswer.since': ['Since when the account is that person.', at.decided],
  'GetIdentityAnswer.evidence': ['By what: the newest of each source, also what has ended since.'],
  'GetIdentityAnswer.businesses': ['What relies on it.'],
  proofing: [
    'Names the verification by which the account became that person, at GET /v1/proofings/{id}, where it can be said that it was not you; null where that is not kept any more.',
    id.verification,
  ],
  'GetIdentityAnswer.verifyUrl': ['Where to verify; null for the verified.', null],
}
