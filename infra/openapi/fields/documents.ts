import { at, id, person } from './cast.ts'
import type { Fields } from './field.ts'

/** What is read off photos of identity cards. */
export const documentFields: Fields = {
  'ReadDocumentRequest.material': [
    'The picture, by its id; it is part of nothing yet.',
    '0193471a5e097cc1b3f20a6d5c4e1b0a',
  ],
  'ReadDocumentRequest.side': [
    'Which side it shows: the one with the person, or the one that says who issued the card.',
    'front',
  ],
  'ReadDocumentRequest.typed': ['What was typed, to be compared with the card.'],
  'typed.name': ['The name as it was typed.', person.name],
  'typed.idNumber': ['The ID number as it was typed.', person.idNumber],
  'ReadDocumentAnswer.card': ['What stands on that side.'],
  'ReadDocumentAnswer.compared': ['How what was typed agrees with it.'],
  'compared.name': [
    '`equal`, `equal_but_rare` where they differ only in characters that readers do not know, or `different`; null of what was not typed or not read.',
    'equal',
  ],
  'compared.idNumber': ['`equal` or `different`; null where none was typed, and on a back.', 'equal'],
  'DocumentUnreadable.reason': ['Why the photo cannot be used, from a closed list.', 'glare'],
  'DocumentUnreadable.advice': [
    'What is wrong with it and what to do.',
    '证件上有反光，盖住了文字。请关闭闪光灯，避开强光，换个角度重新拍摄。',
  ],
  'DocumentUnreadable.failures': ['How many photos could not be used today.', 1],
  'DocumentUnreadable.comesNext': ['What comes next: a better photo, or a person.', 'again'],
  'DocumentUnreadable.side': ['Which side it is about.', 'front'],
  'DocumentDiffers.differs': ['What on the card is not what the account is verified as.', ['name']],
  'DocumentDiffers.failures': ['How many photos could not be used today.', 1],
  'DocumentDiffers.comesNext': ['What comes next: another photo, or a person.', 'again'],
  'DocumentProven.validUntil': ['Until when it counts; left out where that has no end.', '2036-03-01T16:00:00Z'],
  'Document.id': ['Names what was handed in.', id.order],
  'Document.status': [
    'How it stands. `checking`: an authority is being asked. `proven`: it proves who the account is. `refused`: it does not, see `reason`.',
    'proven',
  ],
  'Document.reason': ['Why it proves nothing; null where it does, or is being checked.', null],
  'Document.remedy': [
    'What may help then: photos anew (`take_again`), time (`later`, see `retryAt`; the photos are still there), or `ask_a_person`.',
    null,
  ],
  'Document.retryAt': ['When the same is taken again; null where it is at once.', null],
  'Document.handedInAt': ['When it was handed in.', at.created],
  'Document.decidedAt': ['When its check ended; null until then.', at.decided],
  'Document.validUntil': [
    'When the last day of the card ends, in Beijing; null of a card that is valid for life.',
    '2036-03-01T16:00:00Z',
  ],
  'Document.valid': [
    'Whether it is what proves the document now: its time is not over, and no newer one took its place.',
    true,
  ],
  'ListDocumentsAnswer.documents': ['The identity cards that were handed in, the last fifty, the newest first.'],
  'HandInDocumentRequest.front': [
    'The photo of the side with the person, uploaded as `document_page`; it is part of nothing yet.',
    '0193471a5e097cc1b3f20a6d5c4e1b0a',
  ],
  'HandInDocumentRequest.back': [
    'The photo of the other side, uploaded as `document_back`; it is part of nothing yet.',
    '0193471a5e097cc1b3f20a6d5c4e1b0b',
  ],
  'HandInDocumentRequest.consent.notice': ['The version of the notice that was read.', 'document-2026-12'],
  'GetDocumentTermsAnswer.offered': ['Whether identity cards are checked here.', true],
  'GetDocumentTermsAnswer.checksPerDay': ['How many cards an account may have checked on a Beijing day.', 5],
  readingsPerDay: ['How many photos an account may have read on a Beijing day; a card that is handed in is two.', 20],
  triesBeforeReview: ['After so many photos of a day that could not be used, a person looks instead.', 3],
  'GetDocumentTermsAnswer.contact': ['Whom to ask for help.', '400-000-0000'],
  'GetDocumentTermsAnswer.consent': [
    'The notice to agree to: `consent.notice` of whoever hands in a card is its version.',
  ],
  documentId: ['The card that is being checked.', id.order],
  'CardRead.side': ['Which side was read.', 'front'],
  'CardRead.name': [
    'The name as it was read; rare characters may be missing. Null on a back, and where none was read.',
    person.name,
  ],
  'CardRead.idNumber': ['The ID number, whose check digit is right. Null on a back.', person.idNumber],
  'CardRead.sex': ['As on the card, and as the number says. Null on a back.', 'male'],
  'CardRead.nation': ['The nationality as on the card. Null where none was read.', '汉'],
  'CardRead.birth': ['The day of birth, as on the card and as the number says. Null on a back.', '1880-01-01'],
  'CardRead.address': ['The address as it was read. Null where none was.', '云水省望江市东亭区采菊路1号'],
  'CardRead.authority': ['Who issued the card. Null on a front, and where it was not read.', null],
  'CardRead.validFrom': ['From when it is valid. Null on a front.', null],
  'CardRead.validUntil': [
    'The last day on which it is valid. Null on a front, and of a card that is valid for life.',
    null,
  ],
}
