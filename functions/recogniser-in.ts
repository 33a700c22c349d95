import type { Recogniser } from './documents/recogniser.ts'
import type { MaterialSettings } from './material/settings.ts'

// Rules, models and decoder are large: they are loaded with the first picture, and kept.
const openHouse = async ({ materials }: Pick<MaterialSettings, 'materials'>): Promise<Recogniser> => {
  const { recogniserInHouse } = await import('./documents/recognition/read-card.ts')
  const { leastSharpness: sharpness, darkest: dark, brightest: bright } = materials
  return recogniserInHouse({
    open: async (picture) => (await import('./material/picture/open-pixels.ts')).openPixels(picture),
    eyes: async () => (await import('./documents/recognition/local/open-eyes.ts')).openEyes(),
    terms: { sharpness, dark, bright },
  })
}

/** What reads identity cards in a deployment; opened with the first picture. */
export const recogniserIn = (settings: Pick<MaterialSettings, 'materials'>): Recogniser => {
  let opened: Promise<Recogniser> | undefined
  return {
    read: async (reading) => {
      opened ??= openHouse(settings)
      return (await opened).read(reading)
    },
  }
}
