import { at, id } from './cast.ts'
import { certificateExample } from './certificates.ts'
import { appExample } from './certification.ts'
import type { Fields } from './field.ts'

const ends = '2027-11-20T04:00:00.000Z'
const review = `${id.account}.0193471a5e087cc1b3f20a6d5c4e1b09`

/** What is the same of one in a list and of one that is opened. */
const alike = (of: string): Fields => ({
  [`${of}.id`]: ['Its id, 16 characters.', certificateExample],
  [`${of}.appId`]: ['The app that it is of.', appExample],
  [`${of}.accountId`]: ['Who administers the app.', id.account],
  [`${of}.name`]: ['What the app is certified as.', '晨光读书会'],
  [`${of}.kind`]: ['Of whom it is.', 'enterprise'],
  [`${of}.organisation`]: ['The organisation that it is of; null of a person.'],
  [`${of}.organisation.name`]: ['As its register has it.', '北京晨光文化有限公司'],
  [`${of}.organisation.creditCode`]: ['Its unified social credit code.', '91110105MA01ABCD7U'],
  [`${of}.status`]: ['How it stands, as everybody is told.', 'suspended'],
  [`${of}.since`]: ['Since when it stands so.', at.decided],
  [`${of}.reason`]: ['Why, as a class that everybody reads; null where nobody has to be told.', 'misuse'],
  [`${of}.issuedAt`]: ['When it was issued.', at.created],
  [`${of}.validUntil`]: ['Until when it counts, unless it is suspended or revoked before.', ends],
  [`${of}.openReport`]: ['The case that reports of it come to; null while none is open.', review],
  [`${of}.openAppeal`]: ['The appeal that is open; null where none is.', null],
  [`${of}.openPage`]: ['The case about its page that is open; null where none is.', null],
})

/** Certificates as operators see them, and what is said of one by others. */
export const certificateDeskFields: Fields = {
  'ReportCertificateRequest.reason': [
    '`not_this_app`: it is shown on another app or page. `impostor`: whoever shows it is not whom it names. `false_facts`: what it says is not true. `fraud`: people are deceived with it.',
    'impostor',
  ],
  'ReportCertificateRequest.words': [
    'What you saw, and where, without ID numbers. Nobody asks who you are, and whoever administers the app is not told.',
    '这个页面冒用了证书，公司名称不一样。',
  ],
  'AppealCertificateRequest.words': [
    'Why that was wrong, or what you have put right, without ID numbers.',
    '页面已经改正，请再看一次。',
  ],
  'AppealCertificateAnswer.review': ['The case, which somebody else decides: GET /v1/reviews/{id} has it.', review],
  'ListOperatorCertificatesQuery.account': ['Those of the apps that this account administers.', id.account],
  'ListOperatorCertificatesQuery.app': ['That of this app.', appExample],
  'CertificateNotSo.standing': ['How it stands now.', 'revoked'],
  certificates: ['A page of them.'],
  ...alike('certificates'),
  ...alike('CertificateDetail'),
  'CertificateDetail.application': ['Which application it was certified by last.', '0193471a5e0c7cc1b3f20a6d5c4e1b0c'],
  'CertificateDetail.appKind': ['What the app is.', 'mini_program'],
  'CertificateDetail.platformIds': ['What platforms call the app, as it was certified.'],
  'CertificateDetail.formerNames': ['What it was called before.'],
  'CertificateDetail.checkedAt': ['When people and registers looked last.', at.created],
  'CertificateDetail.history': ['What happened to it, the first at first.'],
  'CertificateDetail.decided': ['The last move of people; null where there was none.'],
  'decided.by': ['Which operators had a say.', ['lin']],
  'decided.at': ['When.', at.decided],
  'decided.words': ['What they wrote to whoever administers the app.', '页面上冒用了证书。'],
  'CertificateDetail.page': ['The page that is looked at for its link; null where none was named.'],
  'CertificateDetail.page.url': ['Its address.', 'https://www.example.com/about'],
  'CertificateDetail.page.since': ['Since when.', at.created],
  'CertificateDetail.page.lookedAt': ['When it was looked at last.', at.decided],
  'CertificateDetail.page.seenAt': ['When the link was there last.', at.decided],
  'CertificateDetail.page.misses': ['How often in a row it was not.', 0],
  'CertificateDetail.reports': ['What was reported about it, the newest first, 50 at most.'],
  'reports.id': ['Names the report.', '0193471a5e0d7cc1b3f20a6d5c4e1b0d'],
  'reports.at': ['When.', at.decided],
  'reports.reason': ['What was said of whoever shows it.', 'impostor'],
  'reports.words': ['In their own words, of which numbers of people are masked.', '公司名称不一样。'],
  'reports.review': ['The case that it came to.', review],
  'CertificateDetail.moves': ['What may be done to it as it stands.'],
  'moves.move': ['What.', 'reinstate'],
  'moves.reasons': ['For which reasons.', ['mistake', 'remedied']],
  'MoveCertificateRequest.move': ['What is done to it.', 'suspend'],
  'MoveCertificateRequest.reason': ['Why, as a class that everybody reads; each move has its own.', 'misuse'],
  'MoveCertificateRequest.words': [
    'What whoever administers the app is told, and what the record keeps, without numbers of people.',
    '页面上冒用了证书，请改正后申诉。',
  ],
}
