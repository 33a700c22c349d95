import { at, id, masked } from './cast.ts'
import { appExample } from './certification.ts'
import type { Fields } from './field.ts'

/** An application of the examples, and whom it is of. */
const application = '0193471a5e0c7cc1b3f20a6d5c4e1b0c'
const applicant = '0193471a5e0d7cc1b3f20a6d5c4e1b0d'
const picture = '0193471a5e0e7cc1b3f20a6d5c4e1b0e'
const token = '3e23e8160039594a33894f6564e1b1348bbd7a0088d42c4acb73eeaed59c009d'
const DAY = 86_400_000

const CODE: Fields[string] = ['The unified social credit code, 18 characters.', '91330106MA00000000']
const COMPANY: Fields[string] = ['The whole name of the organisation.', '杭州晨光文化传播有限公司']
const FROM: Fields[string] = ['What the app is called.', '晨光读书']
const TO: Fields[string] = ['What it is to be called; the same where only who is behind it is certified.', '晨光读书会']
const PICTURES: Fields[string] = ['The pictures that belong to it, by the ids of their uploads.', [picture]]
const CERTIFIED: Fields[string] = [
  'What the app is to be called once it is certified, as typed; its present name where it is left out.',
  '晨光读书会',
]
const SAID: Fields[string] = ["The administrator's own words to the reviewer.", '名称与营业执照上的字号一致。']
const PAIR: Fields[string] = [
  'The `pairToken` with which the application was shown: it stands for exactly one change of name.',
  token,
]
const PROOF: Fields[string] = ['What shows that it is the administrator.']
const FREE: Fields[string] = ['What it is in the language that was asked for.', '营业执照']
const REASON: Fields[string] = ['Why it was refused.', null]
const VERDICT: Fields[string] = ['How it was decided, or that it was not yet.', 'pending']

/** Whom apps are certified for, and applications for that. */
export const applicationFields: Fields = {
  'Applicant.id': ['Names the applicant.', applicant],
  'Applicant.kind': ['Whose certification it is.', 'enterprise'],
  'Applicant.status': [
    'How it stands. `person`: the account itself. `unchecked`, `checking`: no register has answered yet. `consistent`: what was given is what is registered. `differs`: it is not. `later`: not registered where we ask, or not yet. `not_operating`: struck off, revoked or closed. `people`: no register that is asked has it, so that people look.',
    'consistent',
  ],
  'Applicant.creditCode': CODE,
  'Applicant.companyName': COMPANY,
  'Applicant.representative': ['Who represents it, masked.'],
  'Applicant.representative.name': ['Their name.', masked.name],
  'Applicant.representative.idNumber': ['Their ID number.', masked.idNumber],
  'Applicant.differs': ['Which fields do not belong to the rest.', []],
  'Applicant.checkedAt': ['When it was found out.', at.decided],
  'Applicant.retryAt': ['From when on asking once more may help.', null],
  'Applicant.createdAt': ['When it was kept.', at.created],
  'representative.name': ['Their name.', masked.name],
  'representative.idNumber': ['Their ID number.', masked.idNumber],
  'KeepApplicantRequest.kind': ['Whose certification it is; of a person, nothing else is given.', 'individual'],
  'KeepApplicantRequest.creditCode': CODE,
  'KeepApplicantRequest.companyName': COMPANY,
  'KeepApplicantRequest.representative': ['The legal representative, or the trader.'],
  'KeepApplicantRequest.representative.name': ['Their name, as it was typed.', masked.name],
  'KeepApplicantRequest.representative.idNumber': ['Their ID number, as it was typed.', masked.idNumber],
  'GetApplicantTermsAnswer.offered': [
    'Whether a register can be asked here; people look at the papers where not.',
    true,
  ],
  applicants: ['Whom the account applies for, the newest first.'],
  'ListApplicantsAnswer.most': ['How many there may be.', 10],
  'Application.id': ['Names the application.', application],
  'Application.app': ['The app.', appExample],
  'Application.applicant': ['Whose certification it is.', applicant],
  'Application.kind': ['What kind of applicant that is.', 'individual'],
  'Application.status': ['Where it is.', 'awaiting_confirmation'],
  'Application.names': ['The change of name that is applied for.'],
  'Application.names.from': FROM,
  'Application.names.to': TO,
  'names.to': TO,
  'Application.pairToken': ['Stands for exactly that change: sent with what confirms it.', token],
  'Application.faceAction': [
    'What a confirmation by face must be about that confirms exactly that change: the `action` it is begun with.',
    `certification:${token.slice(0, 40)}`,
  ],
  'Application.namesConfirmed': ['Whether exactly that change was confirmed.', false],
  'Application.materials': ['The pictures that belong to it.'],
  'materials.id': ['A picture, by the id of its upload.', picture],
  'materials.kind': ['What it shows.', 'business_licence'],
  'Application.said': SAID,
  'Application.presence': [
    'How the administrator showed that it is them: by `face`, or by a `picture` that the reviewer looks at.',
    null,
  ],
  'Application.fee': ['What it costs, and whose that is.'],
  'fee.amountFen': ['In fen; 0 asks for nothing.', 3000],
  'fee.status': [
    '`none`: nothing was paid. `held`: paid, and nobody’s until it is decided. `kept`: people have worked at it. `returned`: it goes back.',
    'none',
  ],
  'fee.order': ['The order by which it was paid.', null],
  'Application.draftUntil': ['Until when a draft may be sent in.', null],
  'Application.confirmUntil': ['Until when it may be confirmed, while it waits for that.', at.nextMonth],
  'Application.payUntil': ['Until when its order may be opened, while it waits for that.', null],
  'Application.decideBy': ['By when people decide, while they look at it; if they do not, its fee goes back.', null],
  'Application.correctUntil': ['Until when it must be sent again, while it is returned.', null],
  qualification: ['Whether the applicant is qualified.'],
  naming: ['Whether the name was taken: refused, the app keeps the one it has.'],
  'qualification.verdict': VERDICT,
  'qualification.reason': REASON,
  'naming.verdict': VERDICT,
  'naming.reason': REASON,
  'Application.returns': ['How often it was returned to be corrected, the last time last.'],
  'returns.at': ['When.', at.decided],
  'returns.fields': ['Which fields.', ['certified_name']],
  'returns.words': ['In the words of whoever returned it.', null],
  'returns.answeredAt': ['When it was sent again.', null],
  'returns.changed': ['Which fields stood otherwise then.', ['certified_name']],
  'Application.review': ['The case in which people look at it: `GET /v1/reviews/{id}`.', null],
  'Application.steps': ['How it came to be where it is, the first step first.'],
  'steps.at': ['When.', at.created],
  'steps.on': ['What happened.', 'created'],
  'steps.status': ['Where it was then.', 'draft'],
  'Application.createdAt': ['When it was begun.', at.created],
  'Application.submittedAt': ['When it was sent in.', at.paid],
  'Application.confirmedAt': ['When it was confirmed.', null],
  'Application.endedAt': ['When it was over.', null],
  applications: ['The applications, the newest first.'],
  'CreateApplicationRequest.app': ['The app.', appExample],
  'CreateApplicationRequest.applicant': ['Whose certification it is.', applicant],
  'CreateApplicationRequest.certifiedName': CERTIFIED,
  'CreateApplicationRequest.materials': PICTURES,
  'CreateApplicationRequest.said': SAID,
  'EditApplicationRequest.applicant': ['Whose certification it is.', applicant],
  'EditApplicationRequest.certifiedName': CERTIFIED,
  'EditApplicationRequest.materials': [
    'All pictures that belong to it from now on, by the ids of their uploads.',
    [picture],
  ],
  'EditApplicationRequest.said': SAID,
  'PreCheckCertificationRequest.app': ['The app.', appExample],
  'PreCheckCertificationRequest.applicant': ['Whose certification it would be.', applicant],
  'PreCheckCertificationRequest.certifiedName': CERTIFIED,
  'PreCheckCertificationRequest.materials': PICTURES,
  'ConfirmApplicationRequest.pairToken': PAIR,
  'ConfirmApplicationRequest.proof': PROOF,
  'CorrectApplicationRequest.pairToken': PAIR,
  'CorrectApplicationRequest.proof': [
    'What shows that it is the administrator: needed where the change of name is another than was confirmed.',
  ],
  'proof.phone': ['The number of the account, or the one it was verified with.', '13800000001'],
  'proof.smsCode': ['The code that was texted to it.', '123456'],
  'proof.idLastFour': ['The last four characters of the ID number.', '002X'],
  'proof.face': ['A confirmation by face of the `faceAction` of the application.', id.deed],
  'proof.picture': ['A picture of the kind `holder`: the administrator with their document.', picture],
  ready: ['Whether it may be sent in as it is.', false],
  'PreCheckCertificationAnswer.names': ['The change of name, as the name was read.'],
  'PreCheckCertificationAnswer.names.from': FROM,
  'PreCheckCertificationAnswer.names.to': TO,
  'PreCheckCertificationAnswer.openApplication': ['The application that is open for the app.', null],
  faults: ['Everything that is wrong; nothing where it is ready.'],
  'faults.pointer': ['At which field.', '/materials'],
  'faults.code': ['What is wrong, as the problem by which it is refused.', 'material_missing'],
  'faults.detail': ['The same for people.', '还缺少必需的材料，请补充；expected 说明是哪一种。'],
  'faults.right': ['Words or examples of what would be right.', ['business_licence']],
  'faults.retryAt': ['When that may have changed by itself.', null],
  'PreCheckCertificationAnswer.checklist': ['Which pictures belong to it as things are.'],
  'checklist.kind': ['What it shows: the kind of its upload.', 'business_licence'],
  'checklist.name': FREE,
  'checklist.how': ['How to take it.', '四边完整，字能看清。'],
  'checklist.least': ['How many are needed.', 1],
  'checklist.most': ['How many are taken.', 1],
  'checklist.given': ['How many of those that were named are such.', 0],
  'PreCheckCertificationAnswer.fee': ['What it costs.'],
  'PreCheckCertificationAnswer.fee.amountFen': ['In fen; 0 asks for nothing.', 30_000],
  'fee.terms': ['What of it is kept and what goes back, for people.', '审核服务费按次收取。'],
  'PreCheckCertificationAnswer.terms': ['How long each step may take, in milliseconds.'],
  confirmMs: ['To confirm it.', DAY],
  payMs: ['To begin to pay its fee.', DAY],
  decideMs: ['In which people decide.', 21 * DAY],
  correctMs: ['To correct it, from the first time that it is returned.', 30 * DAY],
  'terms.returns': ['How often it may be returned.', 3],
  'ApplicationOpen.applicationId': ['The application that is open.', application],
  'ApplicationOver.ended': ['Its state.', 'withdrawn'],
  'ApplicationNotAwaited.standing': ['Its state.', 'in_review'],
  'NamesChanged.from': ['What the app is called.', '晨光读书'],
  'NamesChanged.to': ['What it is to be called.', '晨光读书会'],
  'NamesChanged.pairToken': ['What stands for exactly this change.', token],
}
