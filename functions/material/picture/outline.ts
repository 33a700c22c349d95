/**
 * What a picture's own structure says of it, without decoding anything: px, px. `isWhole`: it ends where a picture ends, and is of a form that
 * cameras and phones write.
 */
export type Outline = { width: number; height: number; isAnimated: boolean; isWhole: boolean }
