import { at } from './cast.ts'
import type { Fields } from './field.ts'

/** An app of the examples, and its icon. */
export const appExample = '0193471a5e0a7cc1b3f20a6d5c4e1b0a'
const icon = '0193471a5e0b7cc1b3f20a6d5c4e1b0b'

/** What a domain shows. */
const SHOWN = 'shiming-verification=c2VjcmV0IG9mIGEgZG9tYWluIHRoYXQ'

/** A case about a change of an app. */
const CHANGE_CASE = '0193471a5e0c7cc1b3f20a6d5c4e1b0f.0193471a5e0c7cc1b3f20a6d5c4e1b10'

/** The code of a handover. */
const HANDOVER = `${appExample}.c2VjcmV0IG9mIGEgaGFuZG92ZXIgb2YgYW4gYXBw`

const NAME: Fields[string] = ['What it is called.', '晨光读书']
const UNTIL: Fields[string] = ['Until when.', at.decided]
const SINCE: Fields[string] = ['Since when.', at.created]
const KIND: Fields[string] = ['What the app is.', 'mini_program']
const PLATFORM_IDS: Fields[string] = ['What platforms call it, one id each.']
const DESCRIPTION: Fields[string] = ['What it is for, in the words of its administrator.', '每天读一篇短文。']
const ICON: Fields[string] = ['A picture of the kind `app_icon`, by the id of its upload.', icon]

/** Apps, and their names. */
export const certificationFields: Fields = {
  domains: ['The domains of the account, by their names.'],
  'Domain.domain': ['The domain, in ASCII.', 'example.com'],
  'CreateDomainRequest.domain': [
    'The domain, as one types it; an address that was copied is taken too.',
    'example.com',
  ],
  'Domain.status': [
    'How it stands. `waiting`: it has to show one of the two. `proven`: it did. `lapsed`: it did not in time. `expired`: it did, and that is too long ago. Of the last two it has to be added again.',
    'waiting',
  ],
  record: ['The TXT record that proves it.'],
  'record.name': ['Its name.', '_shiming.example.com'],
  'record.value': ['Its text.', SHOWN],
  file: ['The file that proves it, in place of the record.'],
  'file.url': ['Where it is asked for, without redirects.', 'https://example.com/.well-known/shiming-verification.txt'],
  'file.content': ['What stands in it, in a line of its own.', SHOWN],
  'Domain.askedAt': ['When it was added last.', at.created],
  'Domain.expiresAt': ['Until when it may be shown; once it was, until when that counts.', '2026-11-27T04:00:00.000Z'],
  provenAt: ['When it showed it last; null where it never did.', null],
  provenBy: ['By what: `dns`, the record, or `file`.', null],
  'ListDomainsAnswer.most': ['How many domains the account may have.', 20],
  'ListDomainsAnswer.checksPerHour': ['How often one may be looked at in a clock hour.', 20],
  dns: [
    'Why the record does not prove it: `nothing` is there, `other` texts are, or nobody answers (`unreachable`).',
    'nothing',
  ],
  'DomainNotProven.file': [
    'The same of the file; `refused`: the name leads to where nothing is asked, such as a private network.',
    'unreachable',
  ],
  'SetCertificatePageRequest.url': [
    'The address of the page, with https: on the website that was certified, on a domain that the account has proven, or, of one proven by its record, below it. Null: no page is looked at any more.',
    'https://www.example.com/about',
  ],
  page: ['The page that is looked at for the link of the certificate; null where there is none.'],
  'page.url': ['Its address, as it is asked for.', 'https://www.example.com/about'],
  'page.since': ['Since when it is registered.', at.created],
  'page.lookedAt': ['When it was looked at last; null where it was not yet.', null],
  'page.saw': [
    'What that found: the `link`, or why not: `no_link` on it, `redirected` to elsewhere, `no_page` where the server answered otherwise than with 200, `too_long` (over 1 MB), `unreachable`, or `refused`, as the domain leads to a private network. Null where that is not known yet.',
    null,
  ],
  'page.misses': ['How often in a row the link was not there. At three, people look into it.', 0],
  'page.seenAt': ['When the link was there last; null where it never was.', null],
  'page.nextLookAt': [
    'When it is looked at next, give or take some minutes; null while the certificate is not valid.',
    at.created,
  ],
  'App.id': ['Names the app.', appExample],
  'App.kind': KIND,
  'CreateAppRequest.kind': KIND,
  'App.name': NAME,
  'App.nameSince': ['Since when it has this name.', at.created],
  'App.because': ['How it came to this name.', 'created'],
  'App.names': ['The names that it had before, the last first; the newest 50.'],
  'names.name': ['What it was called.', '晨光书屋'],
  'names.from': SINCE,
  'names.until': UNTIL,
  'names.because': ['How it came to that name.', 'created'],
  'GetAppIconAnswer.type': ['What it is.', 'image/jpeg'],
  'GetAppIconAnswer.data': ['Its bytes in base64.', '/9j/4AAQ'],
  renames: ['How often it may still be renamed.'],
  'renames.left': ['So many times in this calendar year of Beijing.', 2],
  renewedAt: ['When the next year begins, and all of them are there again.', '2026-12-31T16:00:00.000Z'],
  'App.description': DESCRIPTION,
  'CreateAppRequest.description': DESCRIPTION,
  'EditAppRequest.description': DESCRIPTION,
  'App.icon': ICON,
  'CreateAppRequest.icon': ICON,
  'EditAppRequest.icon': ICON,
  'App.platformIds': PLATFORM_IDS,
  'CreateAppRequest.platformIds': PLATFORM_IDS,
  'EditAppRequest.platformIds': PLATFORM_IDS,
  'platformIds.platform': ['The platform.', 'wechat'],
  'platformIds.id': ['What it is called there: its AppID, bundle id, package name or host name.', 'wx0123456789abcdef'],
  'AppInApplication.applicationId': ['The application that is open.', '0193471a5e0c7cc1b3f20a6d5c4e1b0c'],
  openApplication: ['The application that would certify it, while there is one.', null],
  certifiedName: ['What it was certified as, while that counts.', null],
  'App.certifiedFor': ['Whom that certifies.', null],
  'App.certificate': ['The id of the newest certificate that it got, also of one that is over.', null],
  'App.handover': ['That somebody else may take it on, while a link for that is open.', null],
  'handover.askedAt': ['Since when.', at.created],
  'handover.until': UNTIL,
  'AskAppHandoverAnswer.code': ['What whoever takes it on needs; it is in this answer alone.', HANDOVER],
  'AskAppHandoverAnswer.url': [
    'The page on which they take it on, to be sent to them and nobody else.',
    `https://shiming.example.cn/developer/handover#${HANDOVER}`,
  ],
  'AskAppHandoverAnswer.until': ['Until when it opens; null where it waits for a person first.', at.decided],
  'AskAppHandoverAnswer.waits': ['What has to be decided before the link opens; null where it opens at once.', null],
  'App.change': ['Which change of it waits for a person; null where none does.', null],
  'change.kind': ['What changes.', 'rename'],
  'change.name': ['What it shall be called; null where it keeps its name.', '晨光书屋'],
  'change.until': UNTIL,
  'change.review': ['The case, at /v1/reviews, where its administrator has asked for it.', CHANGE_CASE],
  'AppChange.change': ['What changes.', 'rename'],
  'AppChange.app': ['Names the app.', appExample],
  'AppChange.name': ['What it shall be called; null where it keeps its name.', '晨光书屋'],
  'AppChange.review': ['The case that people decide, at /v1/reviews.', CHANGE_CASE],
  'AppChange.until': UNTIL,
  face: ['A confirmation by face of exactly this, by its id.', '0193471a5e0c7cc1b3f20a6d5c4e1b0d'],
  picture: [
    'A picture of you with your document, by its id, for a person to look at.',
    '0193471a5e0c7cc1b3f20a6d5c4e1b0e',
  ],
  'LookAtAppStepRequest.step': ['Which step.', 'rename'],
  'LookAtAppStepRequest.app': ['The app.', appExample],
  'LookAtAppStepRequest.name': ['What it shall be called, as typed.', '晨光书屋'],
  'LookAtAppStepRequest.code': ['What stands behind the # of the link.', HANDOVER],
  'LookAtAppStepAnswer.lastFour': ['Whether the last four of the ID number are asked for.', true],
  'LookAtAppStepAnswer.face': [
    'Where you are asked for in person, what a confirmation by face has to be about; a picture counts the same.',
  ],
  'LookAtAppStepAnswer.face.action': ['What it is about.', 'app:3f7a0c1d5b9e2846af01c3d5e7f9081726354a4b'],
  'LookAtAppStepAnswer.face.from': ['When it was begun at the earliest.', at.created],
  'PresenceRequired.faceAction': [
    'What a confirmation by face has to be about.',
    'app:3f7a0c1d5b9e2846af01c3d5e7f9081726354a4b',
  ],
  'LookAtAppHandoverRequest.code': ['What stands behind the # of the link.', HANDOVER],
  'LookAtAppHandoverAnswer.app': ['The app that is handed over.'],
  'LookAtAppHandoverAnswer.app.id': ['Names the app.', appExample],
  'LookAtAppHandoverAnswer.app.kind': KIND,
  'LookAtAppHandoverAnswer.app.name': NAME,
  'app.id': ['Names the app.', appExample],
  'app.kind': KIND,
  'app.name': NAME,
  'app.description': DESCRIPTION,
  'LookAtAppHandoverAnswer.until': UNTIL,
  'TakeAppRequest.code': ['What stands behind the # of the link.', HANDOVER],
  'HandoverLevelTooLow.level': ['The level that it takes.', 1],
  'App.createdAt': ['When it was created.', at.created],
  'CreateAppRequest.name': ['As typed: 4 to 30 display units, of which a Chinese character is two.', '晨光读书'],
  'RenameAppRequest.from': ['The name that the app has, as whoever renames it sees it.', '晨光书屋'],
  'RenameAppRequest.name': ['What it shall be called, as typed.', '晨光读书'],
  apps: ['The apps, the newest first.'],
  'ListAppsAnswer.most': ['How many there may be.', 5],
  'ListAppsAnswer.names': ['What holds for their names.'],
  leastUnits: ['The shortest, in display units: a Chinese character is two.', 4],
  mostUnits: ['The longest, in display units.', 30],
  heldMs: ['How long the name that an app had before is kept from others.', 2_592_000_000],
  renamesPerYear: ['How often an app may be renamed in a calendar year of Beijing.', 2],
  'CheckAppNameRequest.name': ['The name as typed.', '微信读书小程序'],
  'CheckAppNameRequest.app': ['The app that would have it; left out for one that is not there yet.', appExample],
  'CheckAppNameAnswer.name': ['The name as it was read, and as it would be shown.', '微信读书小程序'],
  'CheckAppNameAnswer.units': ['Its length in display units.', 14],
  'CheckAppNameAnswer.verdict': [
    'Whether an app may have it: `free`; `proof`, by a certification that proves the right to it alone; `refused`.',
    'refused',
  ],
  'CheckAppNameAnswer.findings': ['All that was found in it; nothing for a name that is free.'],
  'findings.code': ['What was found, as the problem by which such a name is refused.', 'app_name_word'],
  'findings.severity': ['`refused`: no app has such a name. `proof`: it takes proof of the right to it.', 'refused'],
  'findings.detail': ['The same for people.', '名称中有不能使用的词，请删去或换一个词。'],
  'findings.at': ['Where; null where it is about the whole name.'],
  'at.from': ['The first character of the place, counted from 0, each Chinese one as one.', 4],
  'at.to': ['The first character behind it.', 7],
  'at.text': ['What stands there.', '小程序'],
  'findings.word': ['The word of our lists that it is, or looks like.', '小程序'],
  'findings.reason': ['Why no name holds that word.', 'names_the_kind'],
  'findings.proof': ['What proves the right to that word.', null],
  'findings.right': ['A name that would do in this respect.', '微信读书'],
  freeAt: ['From when on others may have it, where it is only kept back.', null],
}
