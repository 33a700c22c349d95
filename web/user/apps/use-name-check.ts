import { useState } from 'react'
import type { AppNameCheck } from 'shiming-client'
import { mine } from '../../shared/service.ts'

/** A name that was looked at, and what was found in it, as long as it is what stands in the field. */
type Looked = { typed: string; found: AppNameCheck }

/** Looks at names before they are asked for. `app`: the app that would have one. */
export const useNameCheck = (typed: string, app?: string) => {
  const [looked, setLooked] = useState<Looked>()
  return {
    found: looked?.typed === typed ? looked.found : undefined,
    look: async (name: string): Promise<AppNameCheck> => {
      const found = await mine().apps.checkName({ name, ...(app !== undefined && { app }) })
      setLooked({ typed: name, found })
      return found
    },
  }
}
