import type { App } from 'shiming-client'
import {
  type Platform,
  platformRows,
  platforms,
  platformsOf,
} from '../../../functions/certification/platforms/platform-ids.ts'
import { certificationProblems } from '../../../functions/certification/problems.ts'
import type { Language } from '../../../shared/kernel/language.ts'
import type { Check, Checks } from '../../shared/controls/form.ts'
import type { AppKind } from './app.ts'
import { appTexts } from './texts.ts'

const LONGEST = 500

/** What is typed of an app beside its name: an id for each platform, empty where it has none. */
export type Described = { description: string } & Record<Platform, string>

export const nothingDescribed: Described = {
  description: '',
  ...(Object.fromEntries(platforms.map((one) => [one, ''])) as Record<Platform, string>),
}

/** What an app says by now, as its form has it. */
export const describedOf = ({ description, platformIds }: App): Described => ({
  ...nothingDescribed,
  ...Object.fromEntries(platformIds.map(({ platform, id }) => [platform, id])),
  description: description ?? '',
})

/** The ids that were typed, of platforms that apps of the kind run on. */
export const platformIdsIn = (kind: AppKind, typed: Described): App['platformIds'] =>
  platformsOf(kind).flatMap((platform) => {
    const id = typed[platform].trim()
    return id === '' ? [] : [{ platform, id }]
  })

/** What can be told of them without the service. */
export const describedChecks = (language: Language): Checks<Described> => {
  const isId =
    (platform: Platform): Check<Described, Platform> =>
    (typed) => {
      const id = typed.trim()
      return id === '' || platformRows[platform].form.test(id)
        ? undefined
        : certificationProblems.app_platform_id[language]
    }
  return {
    description: (typed) => ([...typed.trim()].length > LONGEST ? appTexts[language].descriptionLong : undefined),
    ...(Object.fromEntries(platforms.map((one) => [one, isId(one)])) as Checks<Described>),
  }
}
