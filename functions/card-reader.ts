import { atFirstUse } from '../shared/kernel/at-first-use.ts'
import type { SettingsOf } from '../shared/kernel/settings.ts'
import { clock, optionalEnv } from '../shared/runtime/environment.ts'
import { keptSecret } from '../shared/runtime/secret.ts'
import type { Recogniser } from './documents/recogniser.ts'
import type { DocumentSettings } from './documents/settings.ts'
import type { MaterialSettings } from './material/settings.ts'
import { tencentReader } from './vendors/card-readers.ts'
import type { vendorSettings } from './vendors/settings.ts'

type Settings = DocumentSettings & MaterialSettings & Pick<SettingsOf<typeof vendorSettings>, 'vendor'>

// Rules, models and decoder are large: they are loaded with the first picture, and kept.
const openHouse = async ({ materials }: Settings): Promise<Recogniser> => {
  const { recogniserInHouse } = await import('./documents/recognition/read-card.ts')
  const { leastSharpness: sharpness, darkest: dark, brightest: bright } = materials
  return recogniserInHouse({
    open: async (picture) => (await import('./material/picture/open-pixels.ts')).openPixels(picture),
    eyes: async () => (await import('./documents/recognition/local/open-eyes.ts')).openEyes(),
    terms: { sharpness, dark, bright },
  })
}

const houseReader = (settings: Settings): Recogniser => {
  const opened = atFirstUse(() => openHouse(settings))
  return {
    read: async (reading) => (await opened()).read(reading),
  }
}

/** The reader of cards that this deployment has chosen; whatever it takes is loaded with the first picture. */
export const cardReaderIn = (settings: Settings): Recogniser =>
  settings.documents.reader === 'house'
    ? houseReader(settings)
    : tencentReader({
        secret: keptSecret,
        env: optionalEnv,
        limits: settings.vendor,
        clock,
        documents: settings.documents,
      })
