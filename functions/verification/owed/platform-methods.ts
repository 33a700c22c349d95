import { type MethodName, methods, type PlatformMethodName } from '../methods.ts'

/** The ways whose one call the platform pays for. */
export const platformMethods = (Object.keys(methods) as MethodName[]).filter(
  (name): name is PlatformMethodName => 'paidBy' in methods[name] && methods[name].paidBy === 'platform',
)

/** What they are about, each once. */
export const aboutKinds = platformMethods.map((name) => methods[name].about)
