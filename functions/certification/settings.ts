import { byName, list, oneOf, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR } from '../../shared/kernel/time.ts'

/** Vendors that look companies up that there is an adapter for. */
export const companyVendorNames = ['tencent_cloud', 'alibaba_cloud'] as const
export type CompanyVendorName = (typeof companyVendorNames)[number]

/** Who reads photos of business licences: nobody, or Tencent Cloud. */
export const licenceReaderNames = ['none', 'tencent'] as const
export type LicenceReaderName = (typeof licenceReaderNames)[number]

/** Who transfers a few fen to the account of a company, to prove it: nobody, or the bank of the sandbox. No vendor's wire for it is documented. */
export const accountProverNames = ['none', 'sandbox'] as const
export type AccountProverName = (typeof accountProverNames)[number]

/** 1 yuan, about the list price of either. */
const LIST_PRICE = 10_000
/** 0.15 yuan, about the list price of one picture. */
const READING_PRICE = 1500
/** 1 yuan, of the bank of the sandbox: no vendor's price is known. */
const TRANSFER_PRICE = 10_000

export const certificationSettings = {
  company: {
    vendors: list<CompanyVendorName>([], companyVendorNames, companyVendorNames),
    cost: byName('1/10,000 yuan', { tencent_cloud: LIST_PRICE, alibaba_cloud: LIST_PRICE }),
    dailySpend: byName('1/10,000 yuan', { tencent_cloud: 5_000_000, alibaba_cloud: 5_000_000 }),
    readingsPerDay: whole('pieces', 10),
    readingCost: byName('1/10,000 yuan', { tencent_cloud: READING_PRICE }),
    readingDailySpend: byName('1/10,000 yuan', { tencent_cloud: 1_000_000 }),
    licenceReader: oneOf<LicenceReaderName>(licenceReaderNames, 'none'),
    accountProver: oneOf<AccountProverName>(accountProverNames, 'none'),
    transferCost: byName('1/10,000 yuan', { sandbox: TRANSFER_PRICE }),
    transferDailySpend: byName('1/10,000 yuan', { sandbox: 1_000_000 }),
    accountProofMs: whole('ms', 72 * HOUR),
    accountProofsPerDay: whole('pieces', 3),
    companyAccountProofsPerDay: whole('pieces', 2),
  },
  apps: {
    ofPerson: whole('pieces', 5),
    ofOrganisation: whole('pieces', 50),
    editsPerDay: whole('pieces', 100),
    renamesPerYear: whole('pieces', 2),
    handoverMs: whole('ms', DAY),
  },
  steps: {
    faceMs: whole('ms', HOUR),
    decideMs: whole('ms', 3 * DAY),
  },
  domains: {
    most: whole('pieces', 20),
    checksPerHour: whole('pieces', 20),
    proveMs: whole('ms', 7 * DAY),
    validMs: whole('ms', 365 * DAY),
  },
  names: {
    leastUnits: whole('pieces', 4),
    mostUnits: whole('pieces', 30),
    checksPerHour: whole('pieces', 120),
    heldMs: whole('ms', 30 * DAY),
  },
}

export type CertificationSettings = SettingsOf<typeof certificationSettings>

/** What each does, for docs/settings.md. */
export const certificationSettingTexts: SettingTexts<typeof certificationSettings> = {
  'company.vendors':
    'Who may be asked to look a company up, the most preferred first; nobody where the list is empty, and then people check every company by its licence.',
  'company.cost': 'What a vendor charges for looking one company up.',
  'company.dailySpend':
    'What looking companies up at a vendor may come to on a Beijing day; the rest of the day people check them.',
  'company.readingsPerDay':
    'How many photos of licences an account may have read on a Beijing day; the platform pays for each.',
  'company.readingCost': 'What a vendor charges for reading one photo of a licence.',
  'company.readingDailySpend':
    'What reading licences at a vendor may come to on a Beijing day; the rest of the day none is read, and what stands there is typed.',
  'company.licenceReader':
    'Who reads photos of business licences, to fill in what stands there and compare it: `none`, or `tencent`, Tencent Cloud OCR, to whom each photo is then handed with the consent of whoever uploads it.',
  'company.accountProver':
    'Who transfers a few fen to the account of a company, so that whoever sees its statement proves it: `none`, or `sandbox`, the bank of the sandbox, which production refuses. There is no adapter for a vendor.',
  'company.transferCost':
    'What a vendor charges for one transfer to the account of a company, the fen that arrive included.',
  'company.transferDailySpend':
    'What transfers at a vendor may come to on a Beijing day; the rest of the day none is made, and reviewers compare papers.',
  'company.accountProofMs': 'How long the amount that was transferred to the account of a company may be said.',
  'company.accountProofsPerDay':
    'How many transfers an account may have made to accounts of companies on a Beijing day; the platform pays for each.',
  'company.companyAccountProofsPerDay':
    'How many transfers are made to accounts of one company on a Beijing day, whoever asks.',
  'apps.ofPerson':
    'Apps that an account may administer which applies for a person or a sole trader, or for nobody yet.',
  'apps.ofOrganisation':
    'Apps that an account may administer which applies for an enterprise or a government body that a register has as it was given.',
  'apps.editsPerDay': 'How often an account may create, edit, rename or remove apps on a Beijing day.',
  'apps.handoverMs':
    'How long somebody else has to take on an app from its administrator, from when that is asked for.',
  'apps.renamesPerYear': 'How often an app may be renamed in a Beijing calendar year, certifications not counted.',
  'steps.faceMs':
    'How old a confirmation by face may be, from when it was begun, to confirm a rename or a change of the administrator.',
  'steps.decideMs':
    'How long people have to look at the picture of whoever renames an app or changes its administrator; after that nothing is changed.',
  'domains.most': 'Domains that an account may have, proven or not.',
  'domains.checksPerHour': 'How often an account may have its domains looked at in a clock hour.',
  'domains.proveMs': 'How long a domain may show its record or file, from when somebody says that it is theirs.',
  'domains.validMs': 'How long the proof of a domain counts.',
  'names.leastUnits': 'The shortest name of an app, in display units: a Chinese character or another wide one is two.',
  'names.mostUnits': 'The longest name of an app, in display units: a Chinese character or another wide one is two.',
  'names.checksPerHour': 'How many names an account may have looked at in a clock hour. It costs nothing.',
  'names.heldMs':
    'How long the name that an app had before is kept from others after it was renamed, so that nobody passes for it; the app itself may go back to it. After it was removed no longer than it had the name.',
}
