import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'

export const operatorSettings = {
  operators: {
    idleMs: whole('ms', 30 * MINUTE),
    sessionMs: whole('ms', 8 * HOUR),
    stepUpMs: whole('ms', 10 * MINUTE),
    linkMs: whole('ms', DAY),
    proposalMs: whole('ms', 7 * DAY),
    triesPerHour: whole('pieces', 10),
    // In the sandbox one address stands for everybody.
    triesPerHourFromAddress: whole('pieces', 30, 10_000),
  },
}

export type OperatorSettings = SettingsOf<typeof operatorSettings>

/** What each does, for docs/settings.md. */
export const operatorSettingTexts: SettingTexts<typeof operatorSettings> = {
  'operators.idleMs': 'An operator who does nothing for so long is signed out of the console.',
  'operators.sessionMs': 'How long a session of the console lasts at most.',
  'operators.stepUpMs':
    'How long after a code of the authenticator app an operator may act, and not only look, without another.',
  'operators.linkMs': 'How long a link to enrol is good.',
  'operators.proposalMs': 'How long what one operator asked for waits for another to approve it.',
  'operators.triesPerHour':
    'How often a name may be signed in with, and codes be tried in its sessions, in a clock hour, right or wrong.',
  'operators.triesPerHourFromAddress': 'The same for one source address, whatever the names.',
}
