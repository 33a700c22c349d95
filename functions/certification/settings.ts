import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY } from '../../shared/kernel/time.ts'

export const certificationSettings = {
  apps: {
    ofPerson: whole('pieces', 5),
    ofOrganisation: whole('pieces', 50),
    editsPerDay: whole('pieces', 100),
    renamesPerYear: whole('pieces', 2),
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
  'apps.ofPerson':
    'Apps that an account may administer which applies for a person or a sole trader, or for nobody yet.',
  'apps.ofOrganisation': 'Apps that an account may administer which applies for an enterprise or a government body.',
  'apps.editsPerDay': 'How often an account may create, edit, rename or remove apps on a Beijing day.',
  'apps.renamesPerYear': 'How often an app may be renamed in a Beijing calendar year, certifications not counted.',
  'names.leastUnits': 'The shortest name of an app, in display units: a Chinese character or another wide one is two.',
  'names.mostUnits': 'The longest name of an app, in display units: a Chinese character or another wide one is two.',
  'names.checksPerHour': 'How many names an account may have looked at in a clock hour. It costs nothing.',
  'names.heldMs':
    'How long the name that an app had before is kept from others after it was renamed or removed, so that nobody passes for it; the app itself may go back to it.',
}
