import { moment, type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'

export const gateSettings = {
  enforceFrom: moment('2024-08-01T00:00:00+08:00'),
  gate: {
    sendLevel: whole('level', 1),
    sendMaxAgeMs: whole('ms', 0),
    rechargeLevel: whole('level', 1),
    rechargeMaxAgeMs: whole('ms', 0),
    transferLevel: whole('level', 1),
    transferMaxAgeMs: whole('ms', 0),
    certifyLevel: whole('level', 2),
    certifyMaxAgeMs: whole('ms', 0),
  },
}

export type GateSettings = SettingsOf<typeof gateSettings>

/** What each does, for docs/settings.md. */
export const gateSettingTexts: SettingTexts<typeof gateSettings> = {
  enforceFrom: 'From this moment on an account that is not verified as they need it may neither send nor recharge.',
  'gate.sendLevel':
    'Which level of verification sending messages needs: 0 none, 1 basic, 2 documented, 3 strong, 4 full.',
  'gate.sendMaxAgeMs': 'How old the evidence for it may be; 0: of any age that still counts.',
  'gate.rechargeLevel': 'Which level of verification recharging points needs.',
  'gate.rechargeMaxAgeMs': 'How old the evidence for it may be; 0: of any age that still counts.',
  'gate.transferLevel': 'Which level of verification passing points on needs, before the enforcement date too.',
  'gate.transferMaxAgeMs': 'How old the evidence for it may be; 0: of any age that still counts.',
  'gate.certifyLevel': 'Which level of verification having an app certified needs, before the enforcement date too.',
  'gate.certifyMaxAgeMs': 'How old the evidence for it may be; 0: of any age that still counts.',
}
