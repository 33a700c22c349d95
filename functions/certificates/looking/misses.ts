/** W7 as many looks in a row without the link, and people look at it. */
export const MISSES_OF_CASE = 3
