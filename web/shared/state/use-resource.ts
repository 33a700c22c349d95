import { session } from './session.ts'
import { type ResourceOptions, type Used, useResourceOf } from './use-resource-of.ts'

/** Something the service keeps, for whoever is signed in to the pages of users; see `useResourceOf`. */
export const useResource = <T>(
  name: string,
  fetch: (signal: AbortSignal) => Promise<T>,
  options?: ResourceOptions<T>,
): Used<T> => useResourceOf(session, name, fetch, options)
