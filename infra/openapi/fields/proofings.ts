import { at, id, masked, person } from './cast.ts'
import type { Fields } from './field.ts'

/** Verifications that accounts are told of, and what is done about one that was not them. */
export const proofingFields: Fields = {
  'Proofing.id': ['Names the verification, or the papers.', id.verification],
  'Proofing.platform': ['The platform on which it was made.'],
  'platform.name': ['What it is called.', '示例平台'],
  'Proofing.account': [
    'Which account was verified. `own`: the one that asks. `other`: another, as the person of the one that asks.',
    'own',
  ],
  'Proofing.way': [
    'Who found out that it is them. `machine`: a vendor that was asked. `people`: who looked at papers.',
    'machine',
  ],
  'Proofing.at': ['When.', at.decided],
  'Proofing.name': ['The name it was made with, masked.', masked.name],
  'Proofing.idNumber': ['The ID number, masked.', masked.idNumber],
  'Proofing.phone': ['The mobile number, masked; null for papers.', masked.phone],
  'Proofing.status': [
    'How it stands. `told`: nobody said that it was not them. `disputed`: somebody did, and a person looks. `cleared`: it was not them, and the account is verified no more. `stands`: it was found to stand.',
    'disputed',
  ],
  canDisputeUntil: ['Until when it can be said that it was not you; null where that is over or was said.', null],
  'Proofing.review': [
    'The case of this account about it; null where it has none.',
    `${id.account}.0193471a5e0c7cc1b3f20a6d5c4e1b0d`,
  ],
  canPause: ['Whether sending can be paused because of it now.', true],
  'Proofing.pausedUntil': [
    'Until when the sending of the account is paused because of it; null where it is not.',
    null,
  ],
  'DisputeProofingRequest.text': ['What you want to say of it, without ID numbers.', '我没有在这里认证过。'],
  'PauseProofingRequest.phone': [
    'The number that the verification was made with, or the one you sign in to this account with.',
    person.phone,
  ],
  'PauseProofingRequest.smsCode': [
    'The code that was sent to that number in this session, for `verify_phone`.',
    '428913',
  ],
  'PauseProofingRequest.idLastFour': ['The last four of the ID number it was made with.', person.idNumber.slice(-4)],
}
