/** Says in one line that something happened. Fields never hold identity. */
export type Tell = (event: string, fields: Record<string, string | number>) => void

/** Somebody must look: rings the alarm of the function. */
export type Alarm = Tell
