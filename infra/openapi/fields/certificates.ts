import { at } from './cast.ts'
import { appExample } from './certification.ts'
import type { Fields } from './field.ts'

/** A certificate of the examples: its id passes its own check. */
export const certificateExample = 'K7QX2M9TRB4WHEPN'
const [issued, ends] = [at.created, '2027-11-20T04:00:00.000Z']

/** What anybody is told of certificates. */
export const certificateFields: Fields = {
  'GetCertificateAnswer.id': [
    'The id, 16 characters; null where what was asked for cannot be one.',
    certificateExample,
  ],
  'GetCertificateAnswer.answer': [
    'What the certificate is now. `valid`: the app is certified. `suspended`: that does not count for now. `revoked`: it counts no more. `expired`: its time is over. `unknown`: there is no certificate of that id.',
    'valid',
  ],
  'GetCertificateAnswer.wellFormed': [
    'Whether that can be an id: false of what is mistyped, by its check character.',
    true,
  ],
  'GetCertificateAnswer.asOf': [
    'When that was so. An answer is at most 60 seconds old; ask again, rather than keep one.',
    issued,
  ],
  'GetCertificateAnswer.name': ['What the app is certified as; null of `unknown`, as everything below.', '晨光读书会'],
  'GetCertificateAnswer.formerNames': ['What it was called before.'],
  'formerNames.name': ['What it was called.', '晨光读书'],
  'formerNames.from': ['Since when.', at.created],
  'formerNames.until': ['Until when.', at.decided],
  'GetCertificateAnswer.subject': ['Who is behind the app.'],
  'subject.kind': ['What they are.', 'enterprise'],
  'subject.name': [
    'An organisation as its register has it; null of a person, of whom no name is told.',
    '北京晨光文化有限公司',
  ],
  'subject.creditCode': ['Its unified social credit code; null of a person.', '91110105MA01ABCD7U'],
  'GetCertificateAnswer.app': ['The app that it is about.'],
  'GetCertificateAnswer.app.kind': ['What it is.', 'mini_program'],
  'GetCertificateAnswer.app.platformIds': ['What platforms call it, one id each: compare it with the app in hand.'],
  'GetCertificateAnswer.issuedAt': ['When it was issued.', issued],
  'GetCertificateAnswer.validUntil': ['Until when it counts, unless it is suspended or revoked before.', ends],
  'GetCertificateAnswer.checkedAt': ['When people and registers looked last.', issued],
  'GetCertificateAnswer.history': ['What happened to it, the first at first.'],
  'history.at': ['When.', issued],
  'history.on': ['What happened.', 'issued'],
  'history.status': ['What it was then.', 'valid'],
  'history.reason': ['Why, as a class; null where nobody has to be told.', null],
  'GetCertificateAnswer.says': [
    'What it says, and what not: who is behind the app, and nothing of how good that is.',
    'identity, not quality',
  ],
  'GetCertificateAnswer.signed': [
    'All of that, signed: a compact JWS (ES256) whose payload is the statement, by the key that its header names; GET /v1/certificate-keys has it.',
    'eyJhbGciOiJFUzI1NiJ9.eyJhbnN3ZXIiOiJ2YWxpZCJ9.c2lnbmF0dXJl',
  ],
  'GetCertificateBadgeQuery.lang': ['In which language; Chinese where it is left out.', 'en'],
  GetCertificateBadgeAnswer: ['A picture.', '<svg xmlns="http://www.w3.org/2000/svg"/>'],
  'GetCertificateKeysAnswer.keys': ['The keys by which statements are signed, and were: the one that signs first.'],
  'CertificateKey.kty': ['The kind of key.', 'EC'],
  'CertificateKey.crv': ['Its curve.', 'P-256'],
  'CertificateKey.x': ['Its point.', 'f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU'],
  'CertificateKey.y': ['Its point.', 'x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0'],
  'CertificateKey.kid': [
    'Its thumbprint (RFC 7638), which headers of statements name.',
    'oKIywvGUpTVTyxMQ3bwIIeQUudfr_CkLMjCE19ECD-U',
  ],
  'CertificateKey.alg': ['How it signs.', 'ES256'],
  'CertificateKey.use': ['What it is for.', 'sig'],
  'AskCertifiedAnswer.appId': ['The app, by its id here.', appExample],
  'AskCertifiedAnswer.status': [
    'What its certificate is now, as everybody is told; `unknown` where it never had one.',
    'valid',
  ],
  'AskCertifiedAnswer.certificate': ['The id of its certificate; null where it never had one.', certificateExample],
  'AskCertifiedAnswer.name': ['What the app is certified as.', '晨光读书会'],
  'AskCertifiedAnswer.validUntil': ['Until when that counts, unless it is suspended or revoked before.', ends],
}
