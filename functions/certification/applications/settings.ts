import { type SettingsOf, type SettingTexts, whole } from '../../../shared/kernel/settings.ts'
import { DAY, HOUR } from '../../../shared/kernel/time.ts'

export const applicationSettings = {
  certification: {
    enterpriseFen: whole('fen', 30_000),
    soleTraderFen: whole('fen', 30_000),
    individualFen: whole('fen', 3000),
    governmentFen: whole('fen', 0),
    draftMs: whole('ms', 30 * DAY),
    confirmMs: whole('ms', 24 * HOUR),
    payMs: whole('ms', 24 * HOUR),
    decideMs: whole('ms', 21 * DAY),
    returns: whole('pieces', 3),
    correctMs: whole('ms', 30 * DAY),
    leastCorrectMs: whole('ms', 3 * DAY),
    keptMs: whole('ms', 400 * DAY),
    letterMs: whole('ms', 90 * DAY),
    perMonth: whole('pieces', 10),
    preChecksPerHour: whole('pieces', 60),
    applicants: whole('pieces', 10),
    checksPerDay: whole('pieces', 5),
    companyChecksPerDay: whole('pieces', 3),
    notFoundMs: whole('ms', 3 * DAY),
    registerMs: whole('ms', 90 * DAY),
    operatorLevel: whole('level', 1),
  },
}

export type ApplicationSettings = SettingsOf<typeof applicationSettings>

/** What each does, for docs/settings.md. */
export const applicationSettingTexts: SettingTexts<typeof applicationSettings> = {
  'certification.enterpriseFen':
    'What the certification of an app of an enterprise costs, for each application and whatever comes of it; 0 asks for nothing.',
  'certification.soleTraderFen': 'The same of a sole trader.',
  'certification.individualFen': 'The same of a person.',
  'certification.governmentFen': 'The same of a government body.',
  'certification.draftMs':
    'How long an application that was begun, and its pictures, are kept for its administrator to send it in.',
  'certification.confirmMs': 'How long an administrator has to confirm an application that was submitted.',
  'certification.payMs': 'How long they then have to begin to pay its fee.',
  'certification.decideMs':
    'How soon people decide about an application, anew each time it comes to them: fifteen working days are three weeks. If they do not, its fee goes back.',
  'certification.returns': 'How often an application may be returned to be corrected.',
  'certification.correctMs': 'How long it may be corrected, from the first time that it is returned.',
  'certification.leastCorrectMs': 'The least that is left for it whenever it is returned, however long people took.',
  'certification.keptMs': 'How long the papers of an app that is certified are kept.',
  'certification.letterMs':
    'How long a letter of authorisation counts, from the day on which it was signed: nothing is sent in, confirmed or certified with an older one.',
  'certification.perMonth': 'Applications that an account may submit in thirty days.',
  'certification.preChecksPerHour': 'How often an account may have an application looked at for free in a clock hour.',
  'certification.applicants': 'Applicants that an account may keep.',
  'certification.checksPerDay':
    'How often an account may have registers asked about its applicants on a Beijing day; the platform pays for it.',
  'certification.companyChecksPerDay':
    'How often registers are asked about one company on a Beijing day, whichever account asks; after that people look at its papers.',
  'certification.notFoundMs':
    'How long after a register did not know an applicant it is asked once more at the earliest: what was registered or changed lately takes a while to be there.',
  'certification.registerMs':
    'How long what a register said of an organisation counts: it is asked anew before an app is certified, or its certificate renewed, after that.',
  'certification.operatorLevel':
    'Which level of verification the administrator of an enterprise, a sole trader or a government body needs; a person needs `gate.certifyLevel`.',
}
