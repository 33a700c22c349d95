import type { Body } from 'shiming-client'

const NAME = 'shiming-step'

type Asked = Body<'POST /v1/app-steps/looks'>

type Kept = { action: string; path: string; step: string; app?: string; name?: string }

const read = (): Partial<Kept> => {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(NAME) ?? '{}')
    return typeof kept === 'object' && kept !== null ? kept : {}
  } catch {
    return {}
  }
}

/** Where the step stands that a confirmation by face is about, and which, in this tab alone. The code of a link is none of it. */
export const keepStep = (action: string, path: string, asked: Asked): void => {
  const { step } = asked
  const kept: Kept = {
    ...{ action, path, step },
    ...(asked.step !== 'takeover' && { app: asked.app }),
    ...(asked.step === 'rename' && { name: asked.name }),
  }
  try {
    sessionStorage.setItem(NAME, JSON.stringify(kept))
  } catch {}
}

/** It is done, or left. */
export const forgetStep = (): void => {
  try {
    sessionStorage.removeItem(NAME)
  } catch {}
}

/** The page with that step; undefined where this tab knows of none. */
export const pageOfStep = (action: string): string | undefined => {
  const { action: kept, path } = read()
  return kept === action && typeof path === 'string' && path.startsWith('/developer/') ? path : undefined
}

/** The name that somebody was about to give that app before they went away to confirm it by face. */
export const keptName = (app: string): string | undefined => {
  const { step, app: of, name } = read()
  return step === 'rename' && of === app && typeof name === 'string' ? name : undefined
}

/** Whether somebody was about to hand that app over. */
export const isHandoverKept = (app: string): boolean => {
  const { step, app: of } = read()
  return step === 'handover' && of === app
}
