// What the literal of DNPT cannot say, which is what that of SNPT cannot.

export { check } from './SNPT.check.ts';
