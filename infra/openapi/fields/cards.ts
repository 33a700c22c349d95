import { at, id, masked, person } from './cast.ts'
import type { Fields } from './field.ts'

/** A test number that is nobody's; docs/cards.md lists them. */
const number = '6200000000000005'

/** Bank cards of an account. */
export const cardFields: Fields = {
  cards: ['The bank cards of the account, the one that was typed last first.'],
  'BankCard.id': ['Names the card; the same when its number is typed once more.', id.order],
  'BankCard.status': [
    'How it stands. `checking`: the bank is being asked. `bound`: it is yours. `refused`: it was not bound, see `reason`. `unbound`: it was taken off.',
    'bound',
  ],
  'BankCard.reason': ['Why it was not bound; null where it was, or is being checked.', null],
  'BankCard.remedy': [
    'What may help then: `type_again`, an `own_card`, something to mend `at_the_bank`, an `other_card`, time (`later`, see `retryAt`) or `ask_a_person`.',
    null,
  ],
  'BankCard.retryAt': ['When the same data is taken again; null where it is at once.', null],
  'BankCard.bank': ['The bank, as the first digits of the number hint; null where they do not.', null],
  bankName: ['What the bank is called, in Chinese.', null],
  'BankCard.kind': ['`debit` or `credit`, as far as is known.', null],
  lastFour: ['The last four digits. No more of the number is shown or kept.', number.slice(-4)],
  'BankCard.phone': ['The mobile number that the bank was asked about, masked.', masked.phone],
  typedAt: ['When its number was typed last.', at.created],
  boundAt: ['When it was bound last; null where it never was.', at.decided],
  unboundAt: ['When it was taken off last; null where it never was.', null],
  former: ['Whether it was bound once and is not now.', false],

  most: ['How many cards an account may have bound at a time.', 10],
  checksPerDay: ['How many cards an account may have checked on a Beijing day.', 5],
  'GetCardTermsAnswer.offered': ['Whether bank cards are checked here.', true],
  'GetCardTermsAnswer.contact': ['Whom to ask for help.', '400-000-0000'],
  'GetCardTermsAnswer.consent': ['The notice to agree to: `consent.notice` of a binding is its version.'],

  'BindCardRequest.name': ['The name of the holder. Of who is verified already it is not asked, and not looked at.'],
  'BindCardRequest.idNumber': [
    'The ID number of the holder. Who is verified already leaves it out; another one than theirs is refused.',
  ],
  cardNumber: ['The number of the card, 13 to 19 digits, in groups or not.', number],
  'BindCardRequest.phone': ['The mobile number that the bank knows of the holder.', person.phone],
  'BindCardRequest.smsCode': ['The code that was sent to that number in this session, for `verify_phone`.', '428913'],
  'BindCardRequest.consent.notice': ['The version of the notice that was read.', 'card-2026-12'],
  cardId: ['The card it is about.', id.order],
}
