import { type SettingsOf, type SettingTexts, whole } from '../../shared/kernel/settings.ts'
import { DAY, MINUTE } from '../../shared/kernel/time.ts'

const KIB = 1024

export const materialSettings = {
  materials: {
    perDay: whole('pieces', 40),
    uploadMs: whole('ms', 5 * MINUTE),
    mostBytes: whole('bytes', 10 * KIB * KIB),
    mostPixels: whole('pieces', 25_000_000),
    leastSide: whole('pieces', 480),
    keptBytes: whole('bytes', 200 * KIB),
    keptSide: whole('pieces', 1600),
    leastSharpness: whole('pieces', 6),
    darkest: whole('pieces', 60),
    brightest: whole('pieces', 235),
    viewsPerDay: whole('pieces', 500),
    unusedMs: whole('ms', DAY),
    decidedMs: whole('ms', 30 * DAY),
  },
}

export type MaterialSettings = SettingsOf<typeof materialSettings>

/** What each does, for docs/settings.md. */
export const materialSettingTexts: SettingTexts<typeof materialSettings> = {
  'materials.perDay': 'How many uploads an account may begin on a Beijing day.',
  'materials.uploadMs': 'How long an upload that was begun may take.',
  'materials.mostBytes': 'The largest file that is taken. What is kept of it is much smaller.',
  'materials.mostPixels':
    'The most pixels, width times height, that a picture may have. More are refused before they are decoded.',
  'materials.leastSide': 'The fewest pixels that the shorter side of a picture may have.',
  'materials.keptBytes': 'The largest file that is kept.',
  'materials.keptSide': 'The most pixels that the longer side of what is kept has.',
  'materials.leastSharpness':
    'A picture less sharp is refused as blurred: the variance of its Laplacian, 800 pixels wide, grey, after a blur of 1.5 pixels that noise does not survive.',
  'materials.darkest': 'A picture whose pixels are darker on average (0 to 255) is refused as too dark.',
  'materials.brightest': 'A picture whose pixels are brighter on average (0 to 255) is refused as too bright.',
  'materials.viewsPerDay': 'How many pictures an operator may look at on a Beijing day.',
  'materials.unusedMs': 'How long a picture is kept that becomes part of nothing.',
  'materials.decidedMs':
    'How long a picture is kept after the case that it is part of was decided, and papers that verify nobody; so long there is an appeal.',
}
