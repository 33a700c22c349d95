import { useEffect, useState } from 'react'
import type { PreCheck } from 'shiming-client'
import { mine } from '../../../shared/service.ts'
import type { PaperDays } from './paper-days.ts'

/** What an application would come to as it stands. */
export type Asked = {
  app: string
  applicant: string
  certifiedName: string
  materials: string[]
  papers: PaperDays
}

/** The last free look at what is filled in; the first is taken as the page comes. */
export const usePreCheck = (first: Asked) => {
  const [checked, setChecked] = useState<PreCheck>()
  const [failed, setFailed] = useState<unknown>()
  const look = async (asked: Asked): Promise<PreCheck> => {
    const found = await mine().applications.preCheck(asked)
    setChecked(found)
    setFailed(undefined)
    return found
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, as the page comes.
  useEffect(() => {
    void look(first).catch(setFailed)
  }, [])
  return { checked, failed, look }
}
