import type { App, AppNameCheck } from 'shiming-client'
import { useNameCheck } from '../../apps/use-name-check.ts'

/** A certified name may be the one that the app has: nothing is wrong with that. */
const forCertifying = (found: AppNameCheck): AppNameCheck => {
  const findings = found.findings.filter(({ code }) => code !== 'app_name_unchanged')
  const isRefused = findings.some(({ severity }) => severity === 'refused')
  const isProof = findings.some(({ severity }) => severity === 'proof')
  return { ...found, findings, verdict: isRefused ? 'refused' : isProof ? 'proof' : 'free' }
}

/** Looks at what an app is to be called once it is certified. */
export const useCertifiedName = (typed: string, { id }: App) => {
  const { found, look } = useNameCheck(typed, id)
  return {
    found: found && forCertifying(found),
    look: async (name: string): Promise<AppNameCheck> => forCertifying(await look(name)),
  }
}
