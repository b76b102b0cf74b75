/**
 * Makes protobufjs decode 64-bit integers as numbers. Must be evaluated before the generated code: message prototypes
 * take their defaults when they are loaded, and an absent term would otherwise read as a Long object.
 */
import protobuf from 'protobufjs/minimal.js';
import { readAndWriteUint53 } from './uint53-varints.js';

protobuf.util.Long = null as never;
protobuf.configure();
readAndWriteUint53();
