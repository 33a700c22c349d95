import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, HOUR, MINUTE } from '../../shared/kernel/time.ts'

export const operatorSettings = {
  operators: {
    idleMs: whole('ms', 30 * MINUTE),
    sessionMs: whole('ms', 8 * HOUR),
    stepUpMs: whole('ms', 10 * MINUTE),
    linkMs: whole('ms', DAY),
    proposalMs: whole('ms', 7 * DAY),
    // Whoever tries the sandbox out is two people in a minute.
    standingMs: whole('ms', DAY, 0),
    triesPerHour: whole('pieces', 10),
    triesPerHourAtName: whole('pieces', 30),
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
  'operators.standingMs':
    'How long the two of a proposal must have been let in as they are, who asks and who approves: since their link was taken, or their role or state was changed. Nobody becomes two people in less.',
  'operators.triesPerHour':
    'How many wrong tries at the password or a code of one operator a clock hour has: from one address on devices that are not known, on one device that is, and in one session. As often may one link to enrol be opened.',
  'operators.triesPerHourAtName':
    'The same for one name from everywhere, on devices on which it has not signed in before. Whoever has signed in on theirs is not stopped by it.',
  'operators.triesPerHourFromAddress':
    'The same for one source address, whatever the names, on devices that are not known.',
}
