/*eslint-disable block-scoped-var, id-length, no-control-regex, no-magic-numbers, no-mixed-operators, no-prototype-builtins, no-redeclare, no-shadow, no-var, sort-vars, default-case, jsdoc/require-param*/
import $protobuf from "protobufjs/minimal.js";

// Common aliases
const $Reader = $protobuf.Reader, $Writer = $protobuf.Writer, $util = $protobuf.util;
const $Object = $util.global.Object, $undefined = $util.global.undefined, $Error = $util.global.Error, $RangeError = $util.global.RangeError;

// Exported root namespace
const $root = $protobuf.roots["default"] || ($protobuf.roots["default"] = {});

export const apply = $root.apply = (() => {

    /**
     * Namespace apply.
     * @exports apply
     * @namespace
     */
    const apply = {};

    apply.OpenState = (function() {

        /**
         * Properties of an OpenState.
         * @typedef {Object} apply.OpenState.$Properties
         * @property {number|null} [group] OpenState group
         * @property {number|null} [groupBoot] OpenState groupBoot
         * @property {number|null} [replica] OpenState replica
         * @property {string|null} [stateFile] OpenState stateFile
         * @property {string|null} [volumeInstance] OpenState volumeInstance
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OpenState.
         * @memberof apply
         * @interface IOpenState
         * @augments apply.OpenState.$Properties
         * @deprecated Use apply.OpenState.$Properties instead.
         */

        /**
         * Shape of an OpenState.
         * @typedef {apply.OpenState.$Properties} apply.OpenState.$Shape
         */

        /**
         * Constructs a new OpenState.
         * @memberof apply
         * @classdesc Represents an OpenState.
         * @constructor
         * @param {apply.OpenState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OpenState = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OpenState group.
         * @member {number} group
         * @memberof apply.OpenState
         * @instance
         */
        OpenState.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OpenState groupBoot.
         * @member {number} groupBoot
         * @memberof apply.OpenState
         * @instance
         */
        OpenState.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OpenState replica.
         * @member {number} replica
         * @memberof apply.OpenState
         * @instance
         */
        OpenState.prototype.replica = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OpenState stateFile.
         * @member {string} stateFile
         * @memberof apply.OpenState
         * @instance
         */
        OpenState.prototype.stateFile = "";

        /**
         * OpenState volumeInstance.
         * @member {string} volumeInstance
         * @memberof apply.OpenState
         * @instance
         */
        OpenState.prototype.volumeInstance = "";

        /**
         * Creates a new OpenState instance using the specified properties.
         * @function create
         * @memberof apply.OpenState
         * @static
         * @param {apply.OpenState.$Properties=} [properties] Properties to set
         * @returns {apply.OpenState} OpenState instance
         * @type {{
         *   (properties: apply.OpenState.$Shape): apply.OpenState & apply.OpenState.$Shape;
         *   (properties?: apply.OpenState.$Properties): apply.OpenState;
         * }}
         */
        OpenState.create = function(properties) {
            return new OpenState(properties);
        };

        /**
         * Encodes the specified OpenState message. Does not implicitly {@link apply.OpenState.verify|verify} messages.
         * @function encode
         * @memberof apply.OpenState
         * @static
         * @param {apply.OpenState.$Properties} message OpenState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OpenState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && (typeof message.replica === "object" ? message.replica.low || message.replica.high : message.replica !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.replica);
            if (message.stateFile != null && $Object.hasOwnProperty.call(message, "stateFile") && message.stateFile !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.stateFile);
            if (message.volumeInstance != null && $Object.hasOwnProperty.call(message, "volumeInstance") && message.volumeInstance !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.volumeInstance);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OpenState message from the specified reader or buffer.
         * @function decode
         * @memberof apply.OpenState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.OpenState & apply.OpenState.$Shape} OpenState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OpenState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.OpenState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.replica = value;
                        else
                            delete message.replica;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stateFile = value;
                        else
                            delete message.stateFile;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.volumeInstance = value;
                        else
                            delete message.volumeInstance;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OpenState;
    })();

    apply.StateOpened = (function() {

        /**
         * Properties of a StateOpened.
         * @typedef {Object} apply.StateOpened.$Properties
         * @property {number|null} [group] StateOpened group
         * @property {number|null} [groupBoot] StateOpened groupBoot
         * @property {number|null} [applierBoot] StateOpened applierBoot
         * @property {number|null} [appliedIndex] StateOpened appliedIndex
         * @property {number|null} [appliedTerm] StateOpened appliedTerm
         * @property {number|null} [flushedIndex] StateOpened flushedIndex
         * @property {raft.ConfState.$Properties|null} [membership] StateOpened membership
         * @property {number|null} [membershipIndex] StateOpened membershipIndex
         * @property {number|null} [logClockMs] StateOpened logClockMs
         * @property {string|null} [errorCode] StateOpened errorCode
         * @property {string|null} [errorMessage] StateOpened errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StateOpened.
         * @memberof apply
         * @interface IStateOpened
         * @augments apply.StateOpened.$Properties
         * @deprecated Use apply.StateOpened.$Properties instead.
         */

        /**
         * Shape of a StateOpened.
         * @typedef {apply.StateOpened.$Properties} apply.StateOpened.$Shape
         */

        /**
         * Constructs a new StateOpened.
         * @memberof apply
         * @classdesc Represents a StateOpened.
         * @constructor
         * @param {apply.StateOpened.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StateOpened = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * StateOpened group.
         * @member {number} group
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened groupBoot.
         * @member {number} groupBoot
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened applierBoot.
         * @member {number} applierBoot
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.applierBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened appliedIndex.
         * @member {number} appliedIndex
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened appliedTerm.
         * @member {number} appliedTerm
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.appliedTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened flushedIndex.
         * @member {number} flushedIndex
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.flushedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened membership.
         * @member {raft.ConfState.$Properties|null|undefined} membership
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.membership = null;

        /**
         * StateOpened membershipIndex.
         * @member {number} membershipIndex
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.membershipIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened logClockMs.
         * @member {number} logClockMs
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.logClockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * StateOpened errorCode.
         * @member {string} errorCode
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.errorCode = "";

        /**
         * StateOpened errorMessage.
         * @member {string} errorMessage
         * @memberof apply.StateOpened
         * @instance
         */
        StateOpened.prototype.errorMessage = "";

        /**
         * Creates a new StateOpened instance using the specified properties.
         * @function create
         * @memberof apply.StateOpened
         * @static
         * @param {apply.StateOpened.$Properties=} [properties] Properties to set
         * @returns {apply.StateOpened} StateOpened instance
         * @type {{
         *   (properties: apply.StateOpened.$Shape): apply.StateOpened & apply.StateOpened.$Shape;
         *   (properties?: apply.StateOpened.$Properties): apply.StateOpened;
         * }}
         */
        StateOpened.create = function(properties) {
            return new StateOpened(properties);
        };

        /**
         * Encodes the specified StateOpened message. Does not implicitly {@link apply.StateOpened.verify|verify} messages.
         * @function encode
         * @memberof apply.StateOpened
         * @static
         * @param {apply.StateOpened.$Properties} message StateOpened message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StateOpened.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.applierBoot != null && $Object.hasOwnProperty.call(message, "applierBoot") && (typeof message.applierBoot === "object" ? message.applierBoot.low || message.applierBoot.high : message.applierBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.applierBoot);
            if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.appliedIndex);
            if (message.appliedTerm != null && $Object.hasOwnProperty.call(message, "appliedTerm") && (typeof message.appliedTerm === "object" ? message.appliedTerm.low || message.appliedTerm.high : message.appliedTerm !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.appliedTerm);
            if (message.flushedIndex != null && $Object.hasOwnProperty.call(message, "flushedIndex") && (typeof message.flushedIndex === "object" ? message.flushedIndex.low || message.flushedIndex.high : message.flushedIndex !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.flushedIndex);
            if (message.membership != null && $Object.hasOwnProperty.call(message, "membership"))
                $root.raft.ConfState.encode(message.membership, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.membershipIndex != null && $Object.hasOwnProperty.call(message, "membershipIndex") && (typeof message.membershipIndex === "object" ? message.membershipIndex.low || message.membershipIndex.high : message.membershipIndex !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.membershipIndex);
            if (message.logClockMs != null && $Object.hasOwnProperty.call(message, "logClockMs") && (typeof message.logClockMs === "object" ? message.logClockMs.low || message.logClockMs.high : message.logClockMs !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.logClockMs);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 11, wireType 2 =*/90).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StateOpened message from the specified reader or buffer.
         * @function decode
         * @memberof apply.StateOpened
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.StateOpened & apply.StateOpened.$Shape} StateOpened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StateOpened.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.StateOpened();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.applierBoot = value;
                        else
                            delete message.applierBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.appliedIndex = value;
                        else
                            delete message.appliedIndex;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.appliedTerm = value;
                        else
                            delete message.appliedTerm;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.flushedIndex = value;
                        else
                            delete message.flushedIndex;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.membership = $root.raft.ConfState.decode(reader, reader.size(), $undefined, _depth + 1, message.membership);
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.membershipIndex = value;
                        else
                            delete message.membershipIndex;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.logClockMs = value;
                        else
                            delete message.logClockMs;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StateOpened;
    })();

    apply.Waiter = (function() {

        /**
         * Properties of a Waiter.
         * @typedef {Object} apply.Waiter.$Properties
         * @property {number|null} [index] Waiter index
         * @property {number|null} [node] Waiter node
         * @property {number|null} [gateway] Waiter gateway
         * @property {number|null} [gatewayBoot] Waiter gatewayBoot
         * @property {Array.<number>|null} [requests] Waiter requests
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Waiter.
         * @memberof apply
         * @interface IWaiter
         * @augments apply.Waiter.$Properties
         * @deprecated Use apply.Waiter.$Properties instead.
         */

        /**
         * Shape of a Waiter.
         * @typedef {apply.Waiter.$Properties} apply.Waiter.$Shape
         */

        /**
         * Constructs a new Waiter.
         * @memberof apply
         * @classdesc Represents a Waiter.
         * @constructor
         * @param {apply.Waiter.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Waiter = function (properties) {
            this.requests = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Waiter index.
         * @member {number} index
         * @memberof apply.Waiter
         * @instance
         */
        Waiter.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Waiter node.
         * @member {number} node
         * @memberof apply.Waiter
         * @instance
         */
        Waiter.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Waiter gateway.
         * @member {number} gateway
         * @memberof apply.Waiter
         * @instance
         */
        Waiter.prototype.gateway = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Waiter gatewayBoot.
         * @member {number} gatewayBoot
         * @memberof apply.Waiter
         * @instance
         */
        Waiter.prototype.gatewayBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Waiter requests.
         * @member {Array.<number>} requests
         * @memberof apply.Waiter
         * @instance
         */
        Waiter.prototype.requests = $util.emptyArray;

        /**
         * Creates a new Waiter instance using the specified properties.
         * @function create
         * @memberof apply.Waiter
         * @static
         * @param {apply.Waiter.$Properties=} [properties] Properties to set
         * @returns {apply.Waiter} Waiter instance
         * @type {{
         *   (properties: apply.Waiter.$Shape): apply.Waiter & apply.Waiter.$Shape;
         *   (properties?: apply.Waiter.$Properties): apply.Waiter;
         * }}
         */
        Waiter.create = function(properties) {
            return new Waiter(properties);
        };

        /**
         * Encodes the specified Waiter message. Does not implicitly {@link apply.Waiter.verify|verify} messages.
         * @function encode
         * @memberof apply.Waiter
         * @static
         * @param {apply.Waiter.$Properties} message Waiter message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Waiter.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.index);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.node);
            if (message.gateway != null && $Object.hasOwnProperty.call(message, "gateway") && (typeof message.gateway === "object" ? message.gateway.low || message.gateway.high : message.gateway !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.gateway);
            if (message.gatewayBoot != null && $Object.hasOwnProperty.call(message, "gatewayBoot") && (typeof message.gatewayBoot === "object" ? message.gatewayBoot.low || message.gatewayBoot.high : message.gatewayBoot !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.gatewayBoot);
            if (message.requests != null && message.requests.length)
                writer.uint32(/* id 5, wireType 2 =*/42).uint64s(message.requests);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Waiter message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Waiter
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Waiter & apply.Waiter.$Shape} Waiter
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Waiter.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Waiter();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.gateway = value;
                        else
                            delete message.gateway;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.gatewayBoot = value;
                        else
                            delete message.gatewayBoot;
                        continue;
                    }
                case 5: {
                        if (wireType === 2) {
                            if (!(message.requests && message.requests.length))
                                message.requests = [];
                            reader.uint64s(message.requests);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.requests && message.requests.length))
                            message.requests = [];
                        message.requests.push(reader.uint64());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Waiter;
    })();

    apply.Apply = (function() {

        /**
         * Properties of an Apply.
         * @typedef {Object} apply.Apply.$Properties
         * @property {number|null} [group] Apply group
         * @property {number|null} [groupBoot] Apply groupBoot
         * @property {number|null} [applierBoot] Apply applierBoot
         * @property {number|null} [from] Apply from
         * @property {number|null} [commit] Apply commit
         * @property {Array.<raft.Entry.$Properties>|null} [entries] Apply entries
         * @property {Array.<apply.Waiter.$Properties>|null} [waiters] Apply waiters
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Apply.
         * @memberof apply
         * @interface IApply
         * @augments apply.Apply.$Properties
         * @deprecated Use apply.Apply.$Properties instead.
         */

        /**
         * Shape of an Apply.
         * @typedef {apply.Apply.$Properties} apply.Apply.$Shape
         */

        /**
         * Constructs a new Apply.
         * @memberof apply
         * @classdesc Represents an Apply.
         * @constructor
         * @param {apply.Apply.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Apply = function (properties) {
            this.entries = [];
            this.waiters = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Apply group.
         * @member {number} group
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Apply groupBoot.
         * @member {number} groupBoot
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Apply applierBoot.
         * @member {number} applierBoot
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.applierBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Apply from.
         * @member {number} from
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Apply commit.
         * @member {number} commit
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Apply entries.
         * @member {Array.<raft.Entry.$Properties>} entries
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.entries = $util.emptyArray;

        /**
         * Apply waiters.
         * @member {Array.<apply.Waiter.$Properties>} waiters
         * @memberof apply.Apply
         * @instance
         */
        Apply.prototype.waiters = $util.emptyArray;

        /**
         * Creates a new Apply instance using the specified properties.
         * @function create
         * @memberof apply.Apply
         * @static
         * @param {apply.Apply.$Properties=} [properties] Properties to set
         * @returns {apply.Apply} Apply instance
         * @type {{
         *   (properties: apply.Apply.$Shape): apply.Apply & apply.Apply.$Shape;
         *   (properties?: apply.Apply.$Properties): apply.Apply;
         * }}
         */
        Apply.create = function(properties) {
            return new Apply(properties);
        };

        /**
         * Encodes the specified Apply message. Does not implicitly {@link apply.Apply.verify|verify} messages.
         * @function encode
         * @memberof apply.Apply
         * @static
         * @param {apply.Apply.$Properties} message Apply message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Apply.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.applierBoot != null && $Object.hasOwnProperty.call(message, "applierBoot") && (typeof message.applierBoot === "object" ? message.applierBoot.low || message.applierBoot.high : message.applierBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.applierBoot);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.from);
            if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.commit);
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.raft.Entry.encode(message.entries[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.waiters != null && message.waiters.length)
                for (let i = 0; i < message.waiters.length; ++i)
                    $root.apply.Waiter.encode(message.waiters[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Apply message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Apply
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Apply & apply.Apply.$Shape} Apply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Apply.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Apply();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.applierBoot = value;
                        else
                            delete message.applierBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.commit = value;
                        else
                            delete message.commit;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.raft.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.waiters && message.waiters.length))
                            message.waiters = [];
                        message.waiters.push($root.apply.Waiter.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Apply;
    })();

    apply.Applied = (function() {

        /**
         * Properties of an Applied.
         * @typedef {Object} apply.Applied.$Properties
         * @property {number|null} [group] Applied group
         * @property {number|null} [groupBoot] Applied groupBoot
         * @property {number|null} [applierBoot] Applied applierBoot
         * @property {number|null} [appliedIndex] Applied appliedIndex
         * @property {number|null} [flushedIndex] Applied flushedIndex
         * @property {number|null} [logClockMs] Applied logClockMs
         * @property {raft.ConfState.$Properties|null} [membership] Applied membership
         * @property {number|null} [membershipIndex] Applied membershipIndex
         * @property {number|null} [nextExpiryMs] Applied nextExpiryMs
         * @property {string|null} [errorCode] Applied errorCode
         * @property {string|null} [errorMessage] Applied errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Applied.
         * @memberof apply
         * @interface IApplied
         * @augments apply.Applied.$Properties
         * @deprecated Use apply.Applied.$Properties instead.
         */

        /**
         * Shape of an Applied.
         * @typedef {apply.Applied.$Properties} apply.Applied.$Shape
         */

        /**
         * Constructs a new Applied.
         * @memberof apply
         * @classdesc Represents an Applied.
         * @constructor
         * @param {apply.Applied.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Applied = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Applied group.
         * @member {number} group
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied groupBoot.
         * @member {number} groupBoot
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied applierBoot.
         * @member {number} applierBoot
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.applierBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied appliedIndex.
         * @member {number} appliedIndex
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied flushedIndex.
         * @member {number} flushedIndex
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.flushedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied logClockMs.
         * @member {number} logClockMs
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.logClockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied membership.
         * @member {raft.ConfState.$Properties|null|undefined} membership
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.membership = null;

        /**
         * Applied membershipIndex.
         * @member {number} membershipIndex
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.membershipIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied nextExpiryMs.
         * @member {number} nextExpiryMs
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.nextExpiryMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Applied errorCode.
         * @member {string} errorCode
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.errorCode = "";

        /**
         * Applied errorMessage.
         * @member {string} errorMessage
         * @memberof apply.Applied
         * @instance
         */
        Applied.prototype.errorMessage = "";

        /**
         * Creates a new Applied instance using the specified properties.
         * @function create
         * @memberof apply.Applied
         * @static
         * @param {apply.Applied.$Properties=} [properties] Properties to set
         * @returns {apply.Applied} Applied instance
         * @type {{
         *   (properties: apply.Applied.$Shape): apply.Applied & apply.Applied.$Shape;
         *   (properties?: apply.Applied.$Properties): apply.Applied;
         * }}
         */
        Applied.create = function(properties) {
            return new Applied(properties);
        };

        /**
         * Encodes the specified Applied message. Does not implicitly {@link apply.Applied.verify|verify} messages.
         * @function encode
         * @memberof apply.Applied
         * @static
         * @param {apply.Applied.$Properties} message Applied message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Applied.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.applierBoot != null && $Object.hasOwnProperty.call(message, "applierBoot") && (typeof message.applierBoot === "object" ? message.applierBoot.low || message.applierBoot.high : message.applierBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.applierBoot);
            if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.appliedIndex);
            if (message.flushedIndex != null && $Object.hasOwnProperty.call(message, "flushedIndex") && (typeof message.flushedIndex === "object" ? message.flushedIndex.low || message.flushedIndex.high : message.flushedIndex !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.flushedIndex);
            if (message.logClockMs != null && $Object.hasOwnProperty.call(message, "logClockMs") && (typeof message.logClockMs === "object" ? message.logClockMs.low || message.logClockMs.high : message.logClockMs !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.logClockMs);
            if (message.membership != null && $Object.hasOwnProperty.call(message, "membership"))
                $root.raft.ConfState.encode(message.membership, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.membershipIndex != null && $Object.hasOwnProperty.call(message, "membershipIndex") && (typeof message.membershipIndex === "object" ? message.membershipIndex.low || message.membershipIndex.high : message.membershipIndex !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.membershipIndex);
            if (message.nextExpiryMs != null && $Object.hasOwnProperty.call(message, "nextExpiryMs") && (typeof message.nextExpiryMs === "object" ? message.nextExpiryMs.low || message.nextExpiryMs.high : message.nextExpiryMs !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.nextExpiryMs);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 11, wireType 2 =*/90).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Applied message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Applied
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Applied & apply.Applied.$Shape} Applied
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Applied.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Applied();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.applierBoot = value;
                        else
                            delete message.applierBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.appliedIndex = value;
                        else
                            delete message.appliedIndex;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.flushedIndex = value;
                        else
                            delete message.flushedIndex;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.logClockMs = value;
                        else
                            delete message.logClockMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.membership = $root.raft.ConfState.decode(reader, reader.size(), $undefined, _depth + 1, message.membership);
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.membershipIndex = value;
                        else
                            delete message.membershipIndex;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.nextExpiryMs = value;
                        else
                            delete message.nextExpiryMs;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Applied;
    })();

    apply.Get = (function() {

        /**
         * Properties of a Get.
         * @typedef {Object} apply.Get.$Properties
         * @property {Uint8Array|null} [collection] Get collection
         * @property {Uint8Array|null} [key] Get key
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Get.
         * @memberof apply
         * @interface IGet
         * @augments apply.Get.$Properties
         * @deprecated Use apply.Get.$Properties instead.
         */

        /**
         * Shape of a Get.
         * @typedef {apply.Get.$Properties} apply.Get.$Shape
         */

        /**
         * Constructs a new Get.
         * @memberof apply
         * @classdesc Represents a Get.
         * @constructor
         * @param {apply.Get.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Get = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Get collection.
         * @member {Uint8Array} collection
         * @memberof apply.Get
         * @instance
         */
        Get.prototype.collection = $util.newBuffer([]);

        /**
         * Get key.
         * @member {Uint8Array} key
         * @memberof apply.Get
         * @instance
         */
        Get.prototype.key = $util.newBuffer([]);

        /**
         * Creates a new Get instance using the specified properties.
         * @function create
         * @memberof apply.Get
         * @static
         * @param {apply.Get.$Properties=} [properties] Properties to set
         * @returns {apply.Get} Get instance
         * @type {{
         *   (properties: apply.Get.$Shape): apply.Get & apply.Get.$Shape;
         *   (properties?: apply.Get.$Properties): apply.Get;
         * }}
         */
        Get.create = function(properties) {
            return new Get(properties);
        };

        /**
         * Encodes the specified Get message. Does not implicitly {@link apply.Get.verify|verify} messages.
         * @function encode
         * @memberof apply.Get
         * @static
         * @param {apply.Get.$Properties} message Get message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Get.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.collection != null && $Object.hasOwnProperty.call(message, "collection") && message.collection.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.collection);
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Get message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Get
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Get & apply.Get.$Shape} Get
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Get.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Get();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.collection = value;
                        else
                            delete message.collection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Get;
    })();

    apply.Scan = (function() {

        /**
         * Properties of a Scan.
         * @typedef {Object} apply.Scan.$Properties
         * @property {Uint8Array|null} [collection] Scan collection
         * @property {Uint8Array|null} [from] Scan from
         * @property {Uint8Array|null} [to] Scan to
         * @property {boolean|null} [after] Scan after
         * @property {Array.<number>|null} [vshards] Scan vshards
         * @property {number|null} [limit] Scan limit
         * @property {boolean|null} [keysOnly] Scan keysOnly
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Scan.
         * @memberof apply
         * @interface IScan
         * @augments apply.Scan.$Properties
         * @deprecated Use apply.Scan.$Properties instead.
         */

        /**
         * Shape of a Scan.
         * @typedef {apply.Scan.$Properties} apply.Scan.$Shape
         */

        /**
         * Constructs a new Scan.
         * @memberof apply
         * @classdesc Represents a Scan.
         * @constructor
         * @param {apply.Scan.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Scan = function (properties) {
            this.vshards = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Scan collection.
         * @member {Uint8Array} collection
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.collection = $util.newBuffer([]);

        /**
         * Scan from.
         * @member {Uint8Array} from
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.from = $util.newBuffer([]);

        /**
         * Scan to.
         * @member {Uint8Array} to
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.to = $util.newBuffer([]);

        /**
         * Scan after.
         * @member {boolean} after
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.after = false;

        /**
         * Scan vshards.
         * @member {Array.<number>} vshards
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.vshards = $util.emptyArray;

        /**
         * Scan limit.
         * @member {number} limit
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.limit = 0;

        /**
         * Scan keysOnly.
         * @member {boolean} keysOnly
         * @memberof apply.Scan
         * @instance
         */
        Scan.prototype.keysOnly = false;

        /**
         * Creates a new Scan instance using the specified properties.
         * @function create
         * @memberof apply.Scan
         * @static
         * @param {apply.Scan.$Properties=} [properties] Properties to set
         * @returns {apply.Scan} Scan instance
         * @type {{
         *   (properties: apply.Scan.$Shape): apply.Scan & apply.Scan.$Shape;
         *   (properties?: apply.Scan.$Properties): apply.Scan;
         * }}
         */
        Scan.create = function(properties) {
            return new Scan(properties);
        };

        /**
         * Encodes the specified Scan message. Does not implicitly {@link apply.Scan.verify|verify} messages.
         * @function encode
         * @memberof apply.Scan
         * @static
         * @param {apply.Scan.$Properties} message Scan message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Scan.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.collection != null && $Object.hasOwnProperty.call(message, "collection") && message.collection.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.collection);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && message.from.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.from);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && message.to.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.to);
            if (message.after != null && $Object.hasOwnProperty.call(message, "after") && message.after !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.after);
            if (message.vshards != null && message.vshards.length)
                writer.uint32(/* id 5, wireType 2 =*/42).uint32s(message.vshards);
            if (message.limit != null && $Object.hasOwnProperty.call(message, "limit") && message.limit !== 0)
                writer.uint32(/* id 6, wireType 0 =*/48).uint32(message.limit);
            if (message.keysOnly != null && $Object.hasOwnProperty.call(message, "keysOnly") && message.keysOnly !== false)
                writer.uint32(/* id 7, wireType 0 =*/56).bool(message.keysOnly);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Scan message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Scan
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Scan & apply.Scan.$Shape} Scan
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Scan.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Scan();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.collection = value;
                        else
                            delete message.collection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.after = value;
                        else
                            delete message.after;
                        continue;
                    }
                case 5: {
                        if (wireType === 2) {
                            if (!(message.vshards && message.vshards.length))
                                message.vshards = [];
                            reader.uint32s(message.vshards);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.vshards && message.vshards.length))
                            message.vshards = [];
                        message.vshards.push(reader.uint32());
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.limit = value;
                        else
                            delete message.limit;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.keysOnly = value;
                        else
                            delete message.keysOnly;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Scan;
    })();

    apply.Query = (function() {

        /**
         * Properties of a Query.
         * @typedef {Object} apply.Query.$Properties
         * @property {number|null} [request] Query request
         * @property {apply.Get.$Properties|null} [get] Query get
         * @property {apply.Scan.$Properties|null} [scan] Query scan
         * @property {"get"|"scan"} [query] Query query
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Query.
         * @memberof apply
         * @interface IQuery
         * @augments apply.Query.$Properties
         * @deprecated Use apply.Query.$Properties instead.
         */

        /**
         * Narrowed shape of a Query.
         * @typedef {{
         *   request?: number|null;
         *   get?: apply.Get.$Shape|null;
         *   scan?: apply.Scan.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ query?: undefined; get?: null; scan?: null }|{ query?: "get"; get: apply.Get.$Shape; scan?: null }|{ query?: "scan"; get?: null; scan: apply.Scan.$Shape })
         * )} apply.Query.$Shape
         */

        /**
         * Constructs a new Query.
         * @memberof apply
         * @classdesc Represents a Query.
         * @constructor
         * @param {apply.Query.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Query = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Query request.
         * @member {number} request
         * @memberof apply.Query
         * @instance
         */
        Query.prototype.request = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Query get.
         * @member {apply.Get.$Properties|null|undefined} get
         * @memberof apply.Query
         * @instance
         */
        Query.prototype.get = null;

        /**
         * Query scan.
         * @member {apply.Scan.$Properties|null|undefined} scan
         * @memberof apply.Query
         * @instance
         */
        Query.prototype.scan = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Query query.
         * @member {"get"|"scan"|undefined} query
         * @memberof apply.Query
         * @instance
         */
        $Object.defineProperty(Query.prototype, "query", {
            get: $util.oneOfGetter($oneOfFields = ["get", "scan"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Query instance using the specified properties.
         * @function create
         * @memberof apply.Query
         * @static
         * @param {apply.Query.$Properties=} [properties] Properties to set
         * @returns {apply.Query} Query instance
         * @type {{
         *   (properties: apply.Query.$Shape): apply.Query & apply.Query.$Shape;
         *   (properties?: apply.Query.$Properties): apply.Query;
         * }}
         */
        Query.create = function(properties) {
            return new Query(properties);
        };

        /**
         * Encodes the specified Query message. Does not implicitly {@link apply.Query.verify|verify} messages.
         * @function encode
         * @memberof apply.Query
         * @static
         * @param {apply.Query.$Properties} message Query message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Query.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.request != null && $Object.hasOwnProperty.call(message, "request") && (typeof message.request === "object" ? message.request.low || message.request.high : message.request !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.request);
            if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                $root.apply.Get.encode(message.get, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                $root.apply.Scan.encode(message.scan, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Query message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Query
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Query & apply.Query.$Shape} Query
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Query.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Query();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.request = value;
                        else
                            delete message.request;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.get = $root.apply.Get.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                        message.query = "get";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.scan = $root.apply.Scan.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                        message.query = "scan";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Query;
    })();

    apply.Read = (function() {

        /**
         * Properties of a Read.
         * @typedef {Object} apply.Read.$Properties
         * @property {number|null} [group] Read group
         * @property {number|null} [groupBoot] Read groupBoot
         * @property {number|null} [applierBoot] Read applierBoot
         * @property {number|null} [readIndex] Read readIndex
         * @property {number|null} [node] Read node
         * @property {number|null} [gateway] Read gateway
         * @property {number|null} [gatewayBoot] Read gatewayBoot
         * @property {Array.<apply.Query.$Properties>|null} [queries] Read queries
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Read.
         * @memberof apply
         * @interface IRead
         * @augments apply.Read.$Properties
         * @deprecated Use apply.Read.$Properties instead.
         */

        /**
         * Shape of a Read.
         * @typedef {{
         *   group?: number|null;
         *   groupBoot?: number|null;
         *   applierBoot?: number|null;
         *   readIndex?: number|null;
         *   node?: number|null;
         *   gateway?: number|null;
         *   gatewayBoot?: number|null;
         *   queries?: Array.<apply.Query.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} apply.Read.$Shape
         */

        /**
         * Constructs a new Read.
         * @memberof apply
         * @classdesc Represents a Read.
         * @constructor
         * @param {apply.Read.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Read = function (properties) {
            this.queries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Read group.
         * @member {number} group
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read groupBoot.
         * @member {number} groupBoot
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read applierBoot.
         * @member {number} applierBoot
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.applierBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read readIndex.
         * @member {number} readIndex
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.readIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read node.
         * @member {number} node
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read gateway.
         * @member {number} gateway
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.gateway = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read gatewayBoot.
         * @member {number} gatewayBoot
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.gatewayBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Read queries.
         * @member {Array.<apply.Query.$Properties>} queries
         * @memberof apply.Read
         * @instance
         */
        Read.prototype.queries = $util.emptyArray;

        /**
         * Creates a new Read instance using the specified properties.
         * @function create
         * @memberof apply.Read
         * @static
         * @param {apply.Read.$Properties=} [properties] Properties to set
         * @returns {apply.Read} Read instance
         * @type {{
         *   (properties: apply.Read.$Shape): apply.Read & apply.Read.$Shape;
         *   (properties?: apply.Read.$Properties): apply.Read;
         * }}
         */
        Read.create = function(properties) {
            return new Read(properties);
        };

        /**
         * Encodes the specified Read message. Does not implicitly {@link apply.Read.verify|verify} messages.
         * @function encode
         * @memberof apply.Read
         * @static
         * @param {apply.Read.$Properties} message Read message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Read.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.applierBoot != null && $Object.hasOwnProperty.call(message, "applierBoot") && (typeof message.applierBoot === "object" ? message.applierBoot.low || message.applierBoot.high : message.applierBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.applierBoot);
            if (message.readIndex != null && $Object.hasOwnProperty.call(message, "readIndex") && (typeof message.readIndex === "object" ? message.readIndex.low || message.readIndex.high : message.readIndex !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.readIndex);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.node);
            if (message.gateway != null && $Object.hasOwnProperty.call(message, "gateway") && (typeof message.gateway === "object" ? message.gateway.low || message.gateway.high : message.gateway !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.gateway);
            if (message.gatewayBoot != null && $Object.hasOwnProperty.call(message, "gatewayBoot") && (typeof message.gatewayBoot === "object" ? message.gatewayBoot.low || message.gatewayBoot.high : message.gatewayBoot !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.gatewayBoot);
            if (message.queries != null && message.queries.length)
                for (let i = 0; i < message.queries.length; ++i)
                    $root.apply.Query.encode(message.queries[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Read message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Read
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Read & apply.Read.$Shape} Read
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Read.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Read();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.applierBoot = value;
                        else
                            delete message.applierBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.readIndex = value;
                        else
                            delete message.readIndex;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.gateway = value;
                        else
                            delete message.gateway;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.gatewayBoot = value;
                        else
                            delete message.gatewayBoot;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.queries && message.queries.length))
                            message.queries = [];
                        message.queries.push($root.apply.Query.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Read;
    })();

    apply.Item = (function() {

        /**
         * Properties of an Item.
         * @typedef {Object} apply.Item.$Properties
         * @property {Uint8Array|null} [key] Item key
         * @property {command.ItemKind|null} [kind] Item kind
         * @property {Uint8Array|null} [value] Item value
         * @property {number|null} [revision] Item revision
         * @property {number|null} [expiresAtMs] Item expiresAtMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Item.
         * @memberof apply
         * @interface IItem
         * @augments apply.Item.$Properties
         * @deprecated Use apply.Item.$Properties instead.
         */

        /**
         * Shape of an Item.
         * @typedef {apply.Item.$Properties} apply.Item.$Shape
         */

        /**
         * Constructs a new Item.
         * @memberof apply
         * @classdesc Represents an Item.
         * @constructor
         * @param {apply.Item.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Item = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Item key.
         * @member {Uint8Array} key
         * @memberof apply.Item
         * @instance
         */
        Item.prototype.key = $util.newBuffer([]);

        /**
         * Item kind.
         * @member {command.ItemKind} kind
         * @memberof apply.Item
         * @instance
         */
        Item.prototype.kind = 0;

        /**
         * Item value.
         * @member {Uint8Array} value
         * @memberof apply.Item
         * @instance
         */
        Item.prototype.value = $util.newBuffer([]);

        /**
         * Item revision.
         * @member {number} revision
         * @memberof apply.Item
         * @instance
         */
        Item.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Item expiresAtMs.
         * @member {number} expiresAtMs
         * @memberof apply.Item
         * @instance
         */
        Item.prototype.expiresAtMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Item instance using the specified properties.
         * @function create
         * @memberof apply.Item
         * @static
         * @param {apply.Item.$Properties=} [properties] Properties to set
         * @returns {apply.Item} Item instance
         * @type {{
         *   (properties: apply.Item.$Shape): apply.Item & apply.Item.$Shape;
         *   (properties?: apply.Item.$Properties): apply.Item;
         * }}
         */
        Item.create = function(properties) {
            return new Item(properties);
        };

        /**
         * Encodes the specified Item message. Does not implicitly {@link apply.Item.verify|verify} messages.
         * @function encode
         * @memberof apply.Item
         * @static
         * @param {apply.Item.$Properties} message Item message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Item.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.key);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.kind);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                writer.uint32(/* id 3, wireType 2 =*/26).bytes(message.value);
            if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.revision);
            if (message.expiresAtMs != null && $Object.hasOwnProperty.call(message, "expiresAtMs") && (typeof message.expiresAtMs === "object" ? message.expiresAtMs.low || message.expiresAtMs.high : message.expiresAtMs !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.expiresAtMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Item message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Item
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Item & apply.Item.$Shape} Item
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Item.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Item();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.revision = value;
                        else
                            delete message.revision;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expiresAtMs = value;
                        else
                            delete message.expiresAtMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Item;
    })();

    apply.Answer = (function() {

        /**
         * Properties of an Answer.
         * @typedef {Object} apply.Answer.$Properties
         * @property {number|null} [request] Answer request
         * @property {command.Result.$Properties|null} [result] Answer result
         * @property {apply.Items.$Properties|null} [items] Answer items
         * @property {"result"|"items"} [answer] Answer answer
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Answer.
         * @memberof apply
         * @interface IAnswer
         * @augments apply.Answer.$Properties
         * @deprecated Use apply.Answer.$Properties instead.
         */

        /**
         * Narrowed shape of an Answer.
         * @typedef {{
         *   request?: number|null;
         *   result?: command.Result.$Shape|null;
         *   items?: apply.Items.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ answer?: undefined; result?: null; items?: null }|{ answer?: "result"; result: command.Result.$Shape; items?: null }|{ answer?: "items"; result?: null; items: apply.Items.$Shape })
         * )} apply.Answer.$Shape
         */

        /**
         * Constructs a new Answer.
         * @memberof apply
         * @classdesc Represents an Answer.
         * @constructor
         * @param {apply.Answer.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Answer = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Answer request.
         * @member {number} request
         * @memberof apply.Answer
         * @instance
         */
        Answer.prototype.request = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Answer result.
         * @member {command.Result.$Properties|null|undefined} result
         * @memberof apply.Answer
         * @instance
         */
        Answer.prototype.result = null;

        /**
         * Answer items.
         * @member {apply.Items.$Properties|null|undefined} items
         * @memberof apply.Answer
         * @instance
         */
        Answer.prototype.items = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Answer answer.
         * @member {"result"|"items"|undefined} answer
         * @memberof apply.Answer
         * @instance
         */
        $Object.defineProperty(Answer.prototype, "answer", {
            get: $util.oneOfGetter($oneOfFields = ["result", "items"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Answer instance using the specified properties.
         * @function create
         * @memberof apply.Answer
         * @static
         * @param {apply.Answer.$Properties=} [properties] Properties to set
         * @returns {apply.Answer} Answer instance
         * @type {{
         *   (properties: apply.Answer.$Shape): apply.Answer & apply.Answer.$Shape;
         *   (properties?: apply.Answer.$Properties): apply.Answer;
         * }}
         */
        Answer.create = function(properties) {
            return new Answer(properties);
        };

        /**
         * Encodes the specified Answer message. Does not implicitly {@link apply.Answer.verify|verify} messages.
         * @function encode
         * @memberof apply.Answer
         * @static
         * @param {apply.Answer.$Properties} message Answer message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Answer.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.request != null && $Object.hasOwnProperty.call(message, "request") && (typeof message.request === "object" ? message.request.low || message.request.high : message.request !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.request);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                $root.command.Result.encode(message.result, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.items != null && $Object.hasOwnProperty.call(message, "items"))
                $root.apply.Items.encode(message.items, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Answer message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Answer
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Answer & apply.Answer.$Shape} Answer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Answer.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Answer();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.request = value;
                        else
                            delete message.request;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.result = $root.command.Result.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                        message.answer = "result";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.items = $root.apply.Items.decode(reader, reader.size(), $undefined, _depth + 1, message.items);
                        message.answer = "items";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Answer;
    })();

    apply.Items = (function() {

        /**
         * Properties of an Items.
         * @typedef {Object} apply.Items.$Properties
         * @property {Array.<apply.Item.$Properties>|null} [items] Items items
         * @property {boolean|null} [more] Items more
         * @property {number|null} [logClockMs] Items logClockMs
         * @property {string|null} [errorCode] Items errorCode
         * @property {string|null} [errorMessage] Items errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Items.
         * @memberof apply
         * @interface IItems
         * @augments apply.Items.$Properties
         * @deprecated Use apply.Items.$Properties instead.
         */

        /**
         * Shape of an Items.
         * @typedef {apply.Items.$Properties} apply.Items.$Shape
         */

        /**
         * Constructs a new Items.
         * @memberof apply
         * @classdesc Represents an Items.
         * @constructor
         * @param {apply.Items.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Items = function (properties) {
            this.items = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Items items.
         * @member {Array.<apply.Item.$Properties>} items
         * @memberof apply.Items
         * @instance
         */
        Items.prototype.items = $util.emptyArray;

        /**
         * Items more.
         * @member {boolean} more
         * @memberof apply.Items
         * @instance
         */
        Items.prototype.more = false;

        /**
         * Items logClockMs.
         * @member {number} logClockMs
         * @memberof apply.Items
         * @instance
         */
        Items.prototype.logClockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Items errorCode.
         * @member {string} errorCode
         * @memberof apply.Items
         * @instance
         */
        Items.prototype.errorCode = "";

        /**
         * Items errorMessage.
         * @member {string} errorMessage
         * @memberof apply.Items
         * @instance
         */
        Items.prototype.errorMessage = "";

        /**
         * Creates a new Items instance using the specified properties.
         * @function create
         * @memberof apply.Items
         * @static
         * @param {apply.Items.$Properties=} [properties] Properties to set
         * @returns {apply.Items} Items instance
         * @type {{
         *   (properties: apply.Items.$Shape): apply.Items & apply.Items.$Shape;
         *   (properties?: apply.Items.$Properties): apply.Items;
         * }}
         */
        Items.create = function(properties) {
            return new Items(properties);
        };

        /**
         * Encodes the specified Items message. Does not implicitly {@link apply.Items.verify|verify} messages.
         * @function encode
         * @memberof apply.Items
         * @static
         * @param {apply.Items.$Properties} message Items message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Items.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.items != null && message.items.length)
                for (let i = 0; i < message.items.length; ++i)
                    $root.apply.Item.encode(message.items[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.more != null && $Object.hasOwnProperty.call(message, "more") && message.more !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.more);
            if (message.logClockMs != null && $Object.hasOwnProperty.call(message, "logClockMs") && (typeof message.logClockMs === "object" ? message.logClockMs.low || message.logClockMs.high : message.logClockMs !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.logClockMs);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Items message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Items
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Items & apply.Items.$Shape} Items
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Items.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Items();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.items && message.items.length))
                            message.items = [];
                        message.items.push($root.apply.Item.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.more = value;
                        else
                            delete message.more;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.logClockMs = value;
                        else
                            delete message.logClockMs;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Items;
    })();

    apply.Answers = (function() {

        /**
         * Properties of an Answers.
         * @typedef {Object} apply.Answers.$Properties
         * @property {number|null} [group] Answers group
         * @property {Array.<apply.Answer.$Properties>|null} [answers] Answers answers
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Answers.
         * @memberof apply
         * @interface IAnswers
         * @augments apply.Answers.$Properties
         * @deprecated Use apply.Answers.$Properties instead.
         */

        /**
         * Shape of an Answers.
         * @typedef {{
         *   group?: number|null;
         *   answers?: Array.<apply.Answer.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} apply.Answers.$Shape
         */

        /**
         * Constructs a new Answers.
         * @memberof apply
         * @classdesc Represents an Answers.
         * @constructor
         * @param {apply.Answers.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Answers = function (properties) {
            this.answers = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Answers group.
         * @member {number} group
         * @memberof apply.Answers
         * @instance
         */
        Answers.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Answers answers.
         * @member {Array.<apply.Answer.$Properties>} answers
         * @memberof apply.Answers
         * @instance
         */
        Answers.prototype.answers = $util.emptyArray;

        /**
         * Creates a new Answers instance using the specified properties.
         * @function create
         * @memberof apply.Answers
         * @static
         * @param {apply.Answers.$Properties=} [properties] Properties to set
         * @returns {apply.Answers} Answers instance
         * @type {{
         *   (properties: apply.Answers.$Shape): apply.Answers & apply.Answers.$Shape;
         *   (properties?: apply.Answers.$Properties): apply.Answers;
         * }}
         */
        Answers.create = function(properties) {
            return new Answers(properties);
        };

        /**
         * Encodes the specified Answers message. Does not implicitly {@link apply.Answers.verify|verify} messages.
         * @function encode
         * @memberof apply.Answers
         * @static
         * @param {apply.Answers.$Properties} message Answers message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Answers.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.answers != null && message.answers.length)
                for (let i = 0; i < message.answers.length; ++i)
                    $root.apply.Answer.encode(message.answers[i], writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Answers message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Answers
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Answers & apply.Answers.$Shape} Answers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Answers.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Answers();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.answers && message.answers.length))
                            message.answers = [];
                        message.answers.push($root.apply.Answer.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Answers;
    })();

    apply.Flush = (function() {

        /**
         * Properties of a Flush.
         * @typedef {Object} apply.Flush.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Flush.
         * @memberof apply
         * @interface IFlush
         * @augments apply.Flush.$Properties
         * @deprecated Use apply.Flush.$Properties instead.
         */

        /**
         * Shape of a Flush.
         * @typedef {apply.Flush.$Properties} apply.Flush.$Shape
         */

        /**
         * Constructs a new Flush.
         * @memberof apply
         * @classdesc Represents a Flush.
         * @constructor
         * @param {apply.Flush.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Flush = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Flush instance using the specified properties.
         * @function create
         * @memberof apply.Flush
         * @static
         * @param {apply.Flush.$Properties=} [properties] Properties to set
         * @returns {apply.Flush} Flush instance
         * @type {{
         *   (properties: apply.Flush.$Shape): apply.Flush & apply.Flush.$Shape;
         *   (properties?: apply.Flush.$Properties): apply.Flush;
         * }}
         */
        Flush.create = function(properties) {
            return new Flush(properties);
        };

        /**
         * Encodes the specified Flush message. Does not implicitly {@link apply.Flush.verify|verify} messages.
         * @function encode
         * @memberof apply.Flush
         * @static
         * @param {apply.Flush.$Properties} message Flush message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Flush.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Flush message from the specified reader or buffer.
         * @function decode
         * @memberof apply.Flush
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {apply.Flush & apply.Flush.$Shape} Flush
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Flush.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.apply.Flush();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Flush;
    })();

    return apply;
})();

export const raft = $root.raft = (() => {

    /**
     * Namespace raft.
     * @exports raft
     * @namespace
     */
    const raft = {};

    /**
     * EntryType enum.
     * @name raft.EntryType
     * @enum {number}
     * @property {number} NORMAL=0 NORMAL value
     * @property {number} CONF_CHANGE=1 CONF_CHANGE value
     * @property {number} CONF_CHANGE_V2=2 CONF_CHANGE_V2 value
     */
    raft.EntryType = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "NORMAL"] = 0;
        values[valuesById[1] = "CONF_CHANGE"] = 1;
        values[valuesById[2] = "CONF_CHANGE_V2"] = 2;
        return values;
    })();

    raft.Entry = (function() {

        /**
         * Properties of an Entry.
         * @typedef {Object} raft.Entry.$Properties
         * @property {number|null} [term] Entry term
         * @property {number|null} [index] Entry index
         * @property {raft.EntryType|null} [type] Entry type
         * @property {Uint8Array|null} [data] Entry data
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Entry.
         * @memberof raft
         * @interface IEntry
         * @augments raft.Entry.$Properties
         * @deprecated Use raft.Entry.$Properties instead.
         */

        /**
         * Shape of an Entry.
         * @typedef {raft.Entry.$Properties} raft.Entry.$Shape
         */

        /**
         * Constructs a new Entry.
         * @memberof raft
         * @classdesc Represents an Entry.
         * @constructor
         * @param {raft.Entry.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Entry = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Entry term.
         * @member {number} term
         * @memberof raft.Entry
         * @instance
         */
        Entry.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Entry index.
         * @member {number} index
         * @memberof raft.Entry
         * @instance
         */
        Entry.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Entry type.
         * @member {raft.EntryType} type
         * @memberof raft.Entry
         * @instance
         */
        Entry.prototype.type = 0;

        /**
         * Entry data.
         * @member {Uint8Array} data
         * @memberof raft.Entry
         * @instance
         */
        Entry.prototype.data = $util.newBuffer([]);

        /**
         * Creates a new Entry instance using the specified properties.
         * @function create
         * @memberof raft.Entry
         * @static
         * @param {raft.Entry.$Properties=} [properties] Properties to set
         * @returns {raft.Entry} Entry instance
         * @type {{
         *   (properties: raft.Entry.$Shape): raft.Entry & raft.Entry.$Shape;
         *   (properties?: raft.Entry.$Properties): raft.Entry;
         * }}
         */
        Entry.create = function(properties) {
            return new Entry(properties);
        };

        /**
         * Encodes the specified Entry message. Does not implicitly {@link raft.Entry.verify|verify} messages.
         * @function encode
         * @memberof raft.Entry
         * @static
         * @param {raft.Entry.$Properties} message Entry message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Entry.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).int32(message.type);
            if (message.data != null && $Object.hasOwnProperty.call(message, "data") && message.data.length)
                writer.uint32(/* id 4, wireType 2 =*/34).bytes(message.data);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Entry message from the specified reader or buffer.
         * @function decode
         * @memberof raft.Entry
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {raft.Entry & raft.Entry.$Shape} Entry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Entry.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.raft.Entry();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.type = value;
                        else
                            delete message.type;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.data = value;
                        else
                            delete message.data;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Entry;
    })();

    /**
     * MessageType enum.
     * @name raft.MessageType
     * @enum {number}
     * @property {number} HUP=0 HUP value
     * @property {number} BEAT=1 BEAT value
     * @property {number} PROP=2 PROP value
     * @property {number} APP=3 APP value
     * @property {number} APP_RESP=4 APP_RESP value
     * @property {number} VOTE=5 VOTE value
     * @property {number} VOTE_RESP=6 VOTE_RESP value
     * @property {number} SNAP=7 SNAP value
     * @property {number} HEARTBEAT=8 HEARTBEAT value
     * @property {number} HEARTBEAT_RESP=9 HEARTBEAT_RESP value
     * @property {number} UNREACHABLE=10 UNREACHABLE value
     * @property {number} SNAP_STATUS=11 SNAP_STATUS value
     * @property {number} CHECK_QUORUM=12 CHECK_QUORUM value
     * @property {number} TRANSFER_LEADER=13 TRANSFER_LEADER value
     * @property {number} TIMEOUT_NOW=14 TIMEOUT_NOW value
     * @property {number} READ_INDEX=15 READ_INDEX value
     * @property {number} READ_INDEX_RESP=16 READ_INDEX_RESP value
     * @property {number} PRE_VOTE=17 PRE_VOTE value
     * @property {number} PRE_VOTE_RESP=18 PRE_VOTE_RESP value
     * @property {number} STORAGE_APPEND=19 STORAGE_APPEND value
     * @property {number} STORAGE_APPEND_RESP=20 STORAGE_APPEND_RESP value
     * @property {number} STORAGE_APPLY=21 STORAGE_APPLY value
     * @property {number} STORAGE_APPLY_RESP=22 STORAGE_APPLY_RESP value
     * @property {number} FORGET_LEADER=23 FORGET_LEADER value
     */
    raft.MessageType = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "HUP"] = 0;
        values[valuesById[1] = "BEAT"] = 1;
        values[valuesById[2] = "PROP"] = 2;
        values[valuesById[3] = "APP"] = 3;
        values[valuesById[4] = "APP_RESP"] = 4;
        values[valuesById[5] = "VOTE"] = 5;
        values[valuesById[6] = "VOTE_RESP"] = 6;
        values[valuesById[7] = "SNAP"] = 7;
        values[valuesById[8] = "HEARTBEAT"] = 8;
        values[valuesById[9] = "HEARTBEAT_RESP"] = 9;
        values[valuesById[10] = "UNREACHABLE"] = 10;
        values[valuesById[11] = "SNAP_STATUS"] = 11;
        values[valuesById[12] = "CHECK_QUORUM"] = 12;
        values[valuesById[13] = "TRANSFER_LEADER"] = 13;
        values[valuesById[14] = "TIMEOUT_NOW"] = 14;
        values[valuesById[15] = "READ_INDEX"] = 15;
        values[valuesById[16] = "READ_INDEX_RESP"] = 16;
        values[valuesById[17] = "PRE_VOTE"] = 17;
        values[valuesById[18] = "PRE_VOTE_RESP"] = 18;
        values[valuesById[19] = "STORAGE_APPEND"] = 19;
        values[valuesById[20] = "STORAGE_APPEND_RESP"] = 20;
        values[valuesById[21] = "STORAGE_APPLY"] = 21;
        values[valuesById[22] = "STORAGE_APPLY_RESP"] = 22;
        values[valuesById[23] = "FORGET_LEADER"] = 23;
        return values;
    })();

    raft.Message = (function() {

        /**
         * Properties of a Message.
         * @typedef {Object} raft.Message.$Properties
         * @property {raft.MessageType|null} [type] Message type
         * @property {number|null} [to] Message to
         * @property {number|null} [from] Message from
         * @property {number|null} [term] Message term
         * @property {number|null} [logTerm] Message logTerm
         * @property {number|null} [index] Message index
         * @property {Array.<raft.Entry.$Properties>|null} [entries] Message entries
         * @property {number|null} [commit] Message commit
         * @property {number|null} [vote] Message vote
         * @property {boolean|null} [reject] Message reject
         * @property {number|null} [rejectHint] Message rejectHint
         * @property {Uint8Array|null} [context] Message context
         * @property {number|null} [clockMs] Message clockMs
         * @property {number|null} [matchAll] Message matchAll
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Message.
         * @memberof raft
         * @interface IMessage
         * @augments raft.Message.$Properties
         * @deprecated Use raft.Message.$Properties instead.
         */

        /**
         * Shape of a Message.
         * @typedef {raft.Message.$Properties} raft.Message.$Shape
         */

        /**
         * Constructs a new Message.
         * @memberof raft
         * @classdesc Represents a Message.
         * @constructor
         * @param {raft.Message.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Message = function (properties) {
            this.entries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Message type.
         * @member {raft.MessageType} type
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.type = 0;

        /**
         * Message to.
         * @member {number} to
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message from.
         * @member {number} from
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message term.
         * @member {number} term
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message logTerm.
         * @member {number} logTerm
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.logTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message index.
         * @member {number} index
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message entries.
         * @member {Array.<raft.Entry.$Properties>} entries
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.entries = $util.emptyArray;

        /**
         * Message commit.
         * @member {number} commit
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message vote.
         * @member {number} vote
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.vote = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message reject.
         * @member {boolean} reject
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.reject = false;

        /**
         * Message rejectHint.
         * @member {number} rejectHint
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.rejectHint = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message context.
         * @member {Uint8Array} context
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.context = $util.newBuffer([]);

        /**
         * Message clockMs.
         * @member {number} clockMs
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Message matchAll.
         * @member {number} matchAll
         * @memberof raft.Message
         * @instance
         */
        Message.prototype.matchAll = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Message instance using the specified properties.
         * @function create
         * @memberof raft.Message
         * @static
         * @param {raft.Message.$Properties=} [properties] Properties to set
         * @returns {raft.Message} Message instance
         * @type {{
         *   (properties: raft.Message.$Shape): raft.Message & raft.Message.$Shape;
         *   (properties?: raft.Message.$Properties): raft.Message;
         * }}
         */
        Message.create = function(properties) {
            return new Message(properties);
        };

        /**
         * Encodes the specified Message message. Does not implicitly {@link raft.Message.verify|verify} messages.
         * @function encode
         * @memberof raft.Message
         * @static
         * @param {raft.Message.$Properties} message Message message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Message.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.type != null && $Object.hasOwnProperty.call(message, "type") && message.type !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.type);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.to);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.from);
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.term);
            if (message.logTerm != null && $Object.hasOwnProperty.call(message, "logTerm") && (typeof message.logTerm === "object" ? message.logTerm.low || message.logTerm.high : message.logTerm !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.logTerm);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.index);
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.raft.Entry.encode(message.entries[i], writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.commit);
            if (message.vote != null && $Object.hasOwnProperty.call(message, "vote") && (typeof message.vote === "object" ? message.vote.low || message.vote.high : message.vote !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.vote);
            if (message.reject != null && $Object.hasOwnProperty.call(message, "reject") && message.reject !== false)
                writer.uint32(/* id 10, wireType 0 =*/80).bool(message.reject);
            if (message.rejectHint != null && $Object.hasOwnProperty.call(message, "rejectHint") && (typeof message.rejectHint === "object" ? message.rejectHint.low || message.rejectHint.high : message.rejectHint !== 0))
                writer.uint32(/* id 11, wireType 0 =*/88).uint64(message.rejectHint);
            if (message.context != null && $Object.hasOwnProperty.call(message, "context") && message.context.length)
                writer.uint32(/* id 12, wireType 2 =*/98).bytes(message.context);
            if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.clockMs);
            if (message.matchAll != null && $Object.hasOwnProperty.call(message, "matchAll") && (typeof message.matchAll === "object" ? message.matchAll.low || message.matchAll.high : message.matchAll !== 0))
                writer.uint32(/* id 14, wireType 0 =*/112).uint64(message.matchAll);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Message message from the specified reader or buffer.
         * @function decode
         * @memberof raft.Message
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {raft.Message & raft.Message.$Shape} Message
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Message.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.raft.Message();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.type = value;
                        else
                            delete message.type;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.logTerm = value;
                        else
                            delete message.logTerm;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.raft.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.commit = value;
                        else
                            delete message.commit;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.vote = value;
                        else
                            delete message.vote;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.reject = value;
                        else
                            delete message.reject;
                        continue;
                    }
                case 11: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.rejectHint = value;
                        else
                            delete message.rejectHint;
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.context = value;
                        else
                            delete message.context;
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.clockMs = value;
                        else
                            delete message.clockMs;
                        continue;
                    }
                case 14: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.matchAll = value;
                        else
                            delete message.matchAll;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Message;
    })();

    raft.HardState = (function() {

        /**
         * Properties of a HardState.
         * @typedef {Object} raft.HardState.$Properties
         * @property {number|null} [term] HardState term
         * @property {number|null} [vote] HardState vote
         * @property {number|null} [commit] HardState commit
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a HardState.
         * @memberof raft
         * @interface IHardState
         * @augments raft.HardState.$Properties
         * @deprecated Use raft.HardState.$Properties instead.
         */

        /**
         * Shape of a HardState.
         * @typedef {raft.HardState.$Properties} raft.HardState.$Shape
         */

        /**
         * Constructs a new HardState.
         * @memberof raft
         * @classdesc Represents a HardState.
         * @constructor
         * @param {raft.HardState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const HardState = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * HardState term.
         * @member {number} term
         * @memberof raft.HardState
         * @instance
         */
        HardState.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * HardState vote.
         * @member {number} vote
         * @memberof raft.HardState
         * @instance
         */
        HardState.prototype.vote = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * HardState commit.
         * @member {number} commit
         * @memberof raft.HardState
         * @instance
         */
        HardState.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new HardState instance using the specified properties.
         * @function create
         * @memberof raft.HardState
         * @static
         * @param {raft.HardState.$Properties=} [properties] Properties to set
         * @returns {raft.HardState} HardState instance
         * @type {{
         *   (properties: raft.HardState.$Shape): raft.HardState & raft.HardState.$Shape;
         *   (properties?: raft.HardState.$Properties): raft.HardState;
         * }}
         */
        HardState.create = function(properties) {
            return new HardState(properties);
        };

        /**
         * Encodes the specified HardState message. Does not implicitly {@link raft.HardState.verify|verify} messages.
         * @function encode
         * @memberof raft.HardState
         * @static
         * @param {raft.HardState.$Properties} message HardState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        HardState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
            if (message.vote != null && $Object.hasOwnProperty.call(message, "vote") && (typeof message.vote === "object" ? message.vote.low || message.vote.high : message.vote !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.vote);
            if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.commit);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a HardState message from the specified reader or buffer.
         * @function decode
         * @memberof raft.HardState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {raft.HardState & raft.HardState.$Shape} HardState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        HardState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.raft.HardState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.vote = value;
                        else
                            delete message.vote;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.commit = value;
                        else
                            delete message.commit;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return HardState;
    })();

    raft.ConfState = (function() {

        /**
         * Properties of a ConfState.
         * @typedef {Object} raft.ConfState.$Properties
         * @property {Array.<number>|null} [voters] ConfState voters
         * @property {Array.<number>|null} [learners] ConfState learners
         * @property {Array.<number>|null} [votersOutgoing] ConfState votersOutgoing
         * @property {Array.<number>|null} [learnersNext] ConfState learnersNext
         * @property {boolean|null} [autoLeave] ConfState autoLeave
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ConfState.
         * @memberof raft
         * @interface IConfState
         * @augments raft.ConfState.$Properties
         * @deprecated Use raft.ConfState.$Properties instead.
         */

        /**
         * Shape of a ConfState.
         * @typedef {raft.ConfState.$Properties} raft.ConfState.$Shape
         */

        /**
         * Constructs a new ConfState.
         * @memberof raft
         * @classdesc Represents a ConfState.
         * @constructor
         * @param {raft.ConfState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ConfState = function (properties) {
            this.voters = [];
            this.learners = [];
            this.votersOutgoing = [];
            this.learnersNext = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ConfState voters.
         * @member {Array.<number>} voters
         * @memberof raft.ConfState
         * @instance
         */
        ConfState.prototype.voters = $util.emptyArray;

        /**
         * ConfState learners.
         * @member {Array.<number>} learners
         * @memberof raft.ConfState
         * @instance
         */
        ConfState.prototype.learners = $util.emptyArray;

        /**
         * ConfState votersOutgoing.
         * @member {Array.<number>} votersOutgoing
         * @memberof raft.ConfState
         * @instance
         */
        ConfState.prototype.votersOutgoing = $util.emptyArray;

        /**
         * ConfState learnersNext.
         * @member {Array.<number>} learnersNext
         * @memberof raft.ConfState
         * @instance
         */
        ConfState.prototype.learnersNext = $util.emptyArray;

        /**
         * ConfState autoLeave.
         * @member {boolean} autoLeave
         * @memberof raft.ConfState
         * @instance
         */
        ConfState.prototype.autoLeave = false;

        /**
         * Creates a new ConfState instance using the specified properties.
         * @function create
         * @memberof raft.ConfState
         * @static
         * @param {raft.ConfState.$Properties=} [properties] Properties to set
         * @returns {raft.ConfState} ConfState instance
         * @type {{
         *   (properties: raft.ConfState.$Shape): raft.ConfState & raft.ConfState.$Shape;
         *   (properties?: raft.ConfState.$Properties): raft.ConfState;
         * }}
         */
        ConfState.create = function(properties) {
            return new ConfState(properties);
        };

        /**
         * Encodes the specified ConfState message. Does not implicitly {@link raft.ConfState.verify|verify} messages.
         * @function encode
         * @memberof raft.ConfState
         * @static
         * @param {raft.ConfState.$Properties} message ConfState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ConfState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.voters != null && message.voters.length)
                writer.uint32(/* id 1, wireType 2 =*/10).uint64s(message.voters);
            if (message.learners != null && message.learners.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.learners);
            if (message.votersOutgoing != null && message.votersOutgoing.length)
                writer.uint32(/* id 3, wireType 2 =*/26).uint64s(message.votersOutgoing);
            if (message.learnersNext != null && message.learnersNext.length)
                writer.uint32(/* id 4, wireType 2 =*/34).uint64s(message.learnersNext);
            if (message.autoLeave != null && $Object.hasOwnProperty.call(message, "autoLeave") && message.autoLeave !== false)
                writer.uint32(/* id 5, wireType 0 =*/40).bool(message.autoLeave);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ConfState message from the specified reader or buffer.
         * @function decode
         * @memberof raft.ConfState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {raft.ConfState & raft.ConfState.$Shape} ConfState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ConfState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.raft.ConfState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType === 2) {
                            if (!(message.voters && message.voters.length))
                                message.voters = [];
                            reader.uint64s(message.voters);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.voters && message.voters.length))
                            message.voters = [];
                        message.voters.push(reader.uint64());
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.learners && message.learners.length))
                                message.learners = [];
                            reader.uint64s(message.learners);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.learners && message.learners.length))
                            message.learners = [];
                        message.learners.push(reader.uint64());
                        continue;
                    }
                case 3: {
                        if (wireType === 2) {
                            if (!(message.votersOutgoing && message.votersOutgoing.length))
                                message.votersOutgoing = [];
                            reader.uint64s(message.votersOutgoing);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.votersOutgoing && message.votersOutgoing.length))
                            message.votersOutgoing = [];
                        message.votersOutgoing.push(reader.uint64());
                        continue;
                    }
                case 4: {
                        if (wireType === 2) {
                            if (!(message.learnersNext && message.learnersNext.length))
                                message.learnersNext = [];
                            reader.uint64s(message.learnersNext);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.learnersNext && message.learnersNext.length))
                            message.learnersNext = [];
                        message.learnersNext.push(reader.uint64());
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.autoLeave = value;
                        else
                            delete message.autoLeave;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ConfState;
    })();

    return raft;
})();

export const command = $root.command = (() => {

    /**
     * Namespace command.
     * @exports command
     * @namespace
     */
    const command = {};

    command.Batch = (function() {

        /**
         * Properties of a Batch.
         * @typedef {Object} command.Batch.$Properties
         * @property {number|null} [clockMs] Batch clockMs
         * @property {Array.<Uint8Array>|null} [commands] Batch commands
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Batch.
         * @memberof command
         * @interface IBatch
         * @augments command.Batch.$Properties
         * @deprecated Use command.Batch.$Properties instead.
         */

        /**
         * Shape of a Batch.
         * @typedef {command.Batch.$Properties} command.Batch.$Shape
         */

        /**
         * Constructs a new Batch.
         * @memberof command
         * @classdesc Represents a Batch.
         * @constructor
         * @param {command.Batch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Batch = function (properties) {
            this.commands = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Batch clockMs.
         * @member {number} clockMs
         * @memberof command.Batch
         * @instance
         */
        Batch.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Batch commands.
         * @member {Array.<Uint8Array>} commands
         * @memberof command.Batch
         * @instance
         */
        Batch.prototype.commands = $util.emptyArray;

        /**
         * Creates a new Batch instance using the specified properties.
         * @function create
         * @memberof command.Batch
         * @static
         * @param {command.Batch.$Properties=} [properties] Properties to set
         * @returns {command.Batch} Batch instance
         * @type {{
         *   (properties: command.Batch.$Shape): command.Batch & command.Batch.$Shape;
         *   (properties?: command.Batch.$Properties): command.Batch;
         * }}
         */
        Batch.create = function(properties) {
            return new Batch(properties);
        };

        /**
         * Encodes the specified Batch message. Does not implicitly {@link command.Batch.verify|verify} messages.
         * @function encode
         * @memberof command.Batch
         * @static
         * @param {command.Batch.$Properties} message Batch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Batch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.clockMs);
            if (message.commands != null && message.commands.length)
                for (let i = 0; i < message.commands.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.commands[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Batch message from the specified reader or buffer.
         * @function decode
         * @memberof command.Batch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Batch & command.Batch.$Shape} Batch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Batch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Batch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.clockMs = value;
                        else
                            delete message.clockMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.commands && message.commands.length))
                            message.commands = [];
                        message.commands.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Batch;
    })();

    command.Command = (function() {

        /**
         * Properties of a Command.
         * @typedef {Object} command.Command.$Properties
         * @property {number|null} [sessionStampMs] Command sessionStampMs
         * @property {number|null} [sessionSerial] Command sessionSerial
         * @property {number|null} [sequence] Command sequence
         * @property {number|null} [lowestUnresolved] Command lowestUnresolved
         * @property {Uint8Array|null} [idempotencyHash] Command idempotencyHash
         * @property {Uint8Array|null} [requestHash] Command requestHash
         * @property {number|null} [vshard] Command vshard
         * @property {Array.<command.Operation.$Properties>|null} [operations] Command operations
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Command.
         * @memberof command
         * @interface ICommand
         * @augments command.Command.$Properties
         * @deprecated Use command.Command.$Properties instead.
         */

        /**
         * Shape of a Command.
         * @typedef {{
         *   sessionStampMs?: number|null;
         *   sessionSerial?: number|null;
         *   sequence?: number|null;
         *   lowestUnresolved?: number|null;
         *   idempotencyHash?: Uint8Array|null;
         *   requestHash?: Uint8Array|null;
         *   vshard?: number|null;
         *   operations?: Array.<command.Operation.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} command.Command.$Shape
         */

        /**
         * Constructs a new Command.
         * @memberof command
         * @classdesc Represents a Command.
         * @constructor
         * @param {command.Command.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Command = function (properties) {
            this.operations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Command sessionStampMs.
         * @member {number} sessionStampMs
         * @memberof command.Command
         * @instance
         */
        Command.prototype.sessionStampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Command sessionSerial.
         * @member {number} sessionSerial
         * @memberof command.Command
         * @instance
         */
        Command.prototype.sessionSerial = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Command sequence.
         * @member {number} sequence
         * @memberof command.Command
         * @instance
         */
        Command.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Command lowestUnresolved.
         * @member {number} lowestUnresolved
         * @memberof command.Command
         * @instance
         */
        Command.prototype.lowestUnresolved = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Command idempotencyHash.
         * @member {Uint8Array} idempotencyHash
         * @memberof command.Command
         * @instance
         */
        Command.prototype.idempotencyHash = $util.newBuffer([]);

        /**
         * Command requestHash.
         * @member {Uint8Array} requestHash
         * @memberof command.Command
         * @instance
         */
        Command.prototype.requestHash = $util.newBuffer([]);

        /**
         * Command vshard.
         * @member {number} vshard
         * @memberof command.Command
         * @instance
         */
        Command.prototype.vshard = 0;

        /**
         * Command operations.
         * @member {Array.<command.Operation.$Properties>} operations
         * @memberof command.Command
         * @instance
         */
        Command.prototype.operations = $util.emptyArray;

        /**
         * Creates a new Command instance using the specified properties.
         * @function create
         * @memberof command.Command
         * @static
         * @param {command.Command.$Properties=} [properties] Properties to set
         * @returns {command.Command} Command instance
         * @type {{
         *   (properties: command.Command.$Shape): command.Command & command.Command.$Shape;
         *   (properties?: command.Command.$Properties): command.Command;
         * }}
         */
        Command.create = function(properties) {
            return new Command(properties);
        };

        /**
         * Encodes the specified Command message. Does not implicitly {@link command.Command.verify|verify} messages.
         * @function encode
         * @memberof command.Command
         * @static
         * @param {command.Command.$Properties} message Command message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Command.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sessionStampMs != null && $Object.hasOwnProperty.call(message, "sessionStampMs") && (typeof message.sessionStampMs === "object" ? message.sessionStampMs.low || message.sessionStampMs.high : message.sessionStampMs !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sessionStampMs);
            if (message.sessionSerial != null && $Object.hasOwnProperty.call(message, "sessionSerial") && (typeof message.sessionSerial === "object" ? message.sessionSerial.low || message.sessionSerial.high : message.sessionSerial !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sessionSerial);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
            if (message.lowestUnresolved != null && $Object.hasOwnProperty.call(message, "lowestUnresolved") && (typeof message.lowestUnresolved === "object" ? message.lowestUnresolved.low || message.lowestUnresolved.high : message.lowestUnresolved !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.lowestUnresolved);
            if (message.idempotencyHash != null && $Object.hasOwnProperty.call(message, "idempotencyHash") && message.idempotencyHash.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.idempotencyHash);
            if (message.requestHash != null && $Object.hasOwnProperty.call(message, "requestHash") && message.requestHash.length)
                writer.uint32(/* id 6, wireType 2 =*/50).bytes(message.requestHash);
            if (message.vshard != null && $Object.hasOwnProperty.call(message, "vshard") && message.vshard !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.vshard);
            if (message.operations != null && message.operations.length)
                for (let i = 0; i < message.operations.length; ++i)
                    $root.command.Operation.encode(message.operations[i], writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Command message from the specified reader or buffer.
         * @function decode
         * @memberof command.Command
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Command & command.Command.$Shape} Command
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Command.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Command();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionStampMs = value;
                        else
                            delete message.sessionStampMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionSerial = value;
                        else
                            delete message.sessionSerial;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lowestUnresolved = value;
                        else
                            delete message.lowestUnresolved;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.idempotencyHash = value;
                        else
                            delete message.idempotencyHash;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.requestHash = value;
                        else
                            delete message.requestHash;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.vshard = value;
                        else
                            delete message.vshard;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if (!(message.operations && message.operations.length))
                            message.operations = [];
                        message.operations.push($root.command.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Command;
    })();

    /**
     * ItemKind enum.
     * @name command.ItemKind
     * @enum {number}
     * @property {number} BYTES=0 BYTES value
     * @property {number} JSON=1 JSON value
     * @property {number} INTEGER=2 INTEGER value
     */
    command.ItemKind = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "BYTES"] = 0;
        values[valuesById[1] = "JSON"] = 1;
        values[valuesById[2] = "INTEGER"] = 2;
        return values;
    })();

    /**
     * Precondition enum.
     * @name command.Precondition
     * @enum {number}
     * @property {number} NONE=0 NONE value
     * @property {number} ABSENT=1 ABSENT value
     * @property {number} PRESENT=2 PRESENT value
     * @property {number} REVISION=3 REVISION value
     */
    command.Precondition = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "NONE"] = 0;
        values[valuesById[1] = "ABSENT"] = 1;
        values[valuesById[2] = "PRESENT"] = 2;
        values[valuesById[3] = "REVISION"] = 3;
        return values;
    })();

    command.Operation = (function() {

        /**
         * Properties of an Operation.
         * @typedef {Object} command.Operation.$Properties
         * @property {Uint8Array|null} [collection] Operation collection
         * @property {Uint8Array|null} [key] Operation key
         * @property {command.Precondition|null} [precondition] Operation precondition
         * @property {number|null} [expectedRevision] Operation expectedRevision
         * @property {command.Put.$Properties|null} [put] Operation put
         * @property {command.Delete.$Properties|null} ["delete"] Operation delete
         * @property {command.Increment.$Properties|null} [increment] Operation increment
         * @property {"put"|"delete"|"increment"} [action] Operation action
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Operation.
         * @memberof command
         * @interface IOperation
         * @augments command.Operation.$Properties
         * @deprecated Use command.Operation.$Properties instead.
         */

        /**
         * Narrowed shape of an Operation.
         * @typedef {{
         *   collection?: Uint8Array|null;
         *   key?: Uint8Array|null;
         *   precondition?: command.Precondition|null;
         *   expectedRevision?: number|null;
         *   put?: command.Put.$Shape|null;
         *   "delete"?: command.Delete.$Shape|null;
         *   increment?: command.Increment.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ action?: undefined; put?: null; "delete"?: null; increment?: null }|{ action?: "put"; put: command.Put.$Shape; "delete"?: null; increment?: null }|{ action?: "delete"; put?: null; "delete": command.Delete.$Shape; increment?: null }|{ action?: "increment"; put?: null; "delete"?: null; increment: command.Increment.$Shape })
         * )} command.Operation.$Shape
         */

        /**
         * Constructs a new Operation.
         * @memberof command
         * @classdesc Represents an Operation.
         * @constructor
         * @param {command.Operation.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Operation = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Operation collection.
         * @member {Uint8Array} collection
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype.collection = $util.newBuffer([]);

        /**
         * Operation key.
         * @member {Uint8Array} key
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype.key = $util.newBuffer([]);

        /**
         * Operation precondition.
         * @member {command.Precondition} precondition
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype.precondition = 0;

        /**
         * Operation expectedRevision.
         * @member {number} expectedRevision
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype.expectedRevision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Operation put.
         * @member {command.Put.$Properties|null|undefined} put
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype.put = null;

        /**
         * Operation delete.
         * @member {command.Delete.$Properties|null|undefined} delete
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype["delete"] = null;

        /**
         * Operation increment.
         * @member {command.Increment.$Properties|null|undefined} increment
         * @memberof command.Operation
         * @instance
         */
        Operation.prototype.increment = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Operation action.
         * @member {"put"|"delete"|"increment"|undefined} action
         * @memberof command.Operation
         * @instance
         */
        $Object.defineProperty(Operation.prototype, "action", {
            get: $util.oneOfGetter($oneOfFields = ["put", "delete", "increment"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Operation instance using the specified properties.
         * @function create
         * @memberof command.Operation
         * @static
         * @param {command.Operation.$Properties=} [properties] Properties to set
         * @returns {command.Operation} Operation instance
         * @type {{
         *   (properties: command.Operation.$Shape): command.Operation & command.Operation.$Shape;
         *   (properties?: command.Operation.$Properties): command.Operation;
         * }}
         */
        Operation.create = function(properties) {
            return new Operation(properties);
        };

        /**
         * Encodes the specified Operation message. Does not implicitly {@link command.Operation.verify|verify} messages.
         * @function encode
         * @memberof command.Operation
         * @static
         * @param {command.Operation.$Properties} message Operation message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Operation.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.collection != null && $Object.hasOwnProperty.call(message, "collection") && message.collection.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.collection);
            if (message.key != null && $Object.hasOwnProperty.call(message, "key") && message.key.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.key);
            if (message.precondition != null && $Object.hasOwnProperty.call(message, "precondition") && message.precondition !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).int32(message.precondition);
            if (message.expectedRevision != null && $Object.hasOwnProperty.call(message, "expectedRevision") && (typeof message.expectedRevision === "object" ? message.expectedRevision.low || message.expectedRevision.high : message.expectedRevision !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.expectedRevision);
            if (message.put != null && $Object.hasOwnProperty.call(message, "put"))
                $root.command.Put.encode(message.put, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message["delete"] != null && $Object.hasOwnProperty.call(message, "delete"))
                $root.command.Delete.encode(message["delete"], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.increment != null && $Object.hasOwnProperty.call(message, "increment"))
                $root.command.Increment.encode(message.increment, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @function decode
         * @memberof command.Operation
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Operation & command.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Operation.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Operation();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.collection = value;
                        else
                            delete message.collection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.key = value;
                        else
                            delete message.key;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.precondition = value;
                        else
                            delete message.precondition;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.expectedRevision = value;
                        else
                            delete message.expectedRevision;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.put = $root.command.Put.decode(reader, reader.size(), $undefined, _depth + 1, message.put);
                        message.action = "put";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message["delete"] = $root.command.Delete.decode(reader, reader.size(), $undefined, _depth + 1, message["delete"]);
                        message.action = "delete";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.increment = $root.command.Increment.decode(reader, reader.size(), $undefined, _depth + 1, message.increment);
                        message.action = "increment";
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Operation;
    })();

    command.Put = (function() {

        /**
         * Properties of a Put.
         * @typedef {Object} command.Put.$Properties
         * @property {command.ItemKind|null} [kind] Put kind
         * @property {Uint8Array|null} [value] Put value
         * @property {number|null} [timeToLiveMs] Put timeToLiveMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Put.
         * @memberof command
         * @interface IPut
         * @augments command.Put.$Properties
         * @deprecated Use command.Put.$Properties instead.
         */

        /**
         * Shape of a Put.
         * @typedef {command.Put.$Properties} command.Put.$Shape
         */

        /**
         * Constructs a new Put.
         * @memberof command
         * @classdesc Represents a Put.
         * @constructor
         * @param {command.Put.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Put = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Put kind.
         * @member {command.ItemKind} kind
         * @memberof command.Put
         * @instance
         */
        Put.prototype.kind = 0;

        /**
         * Put value.
         * @member {Uint8Array} value
         * @memberof command.Put
         * @instance
         */
        Put.prototype.value = $util.newBuffer([]);

        /**
         * Put timeToLiveMs.
         * @member {number} timeToLiveMs
         * @memberof command.Put
         * @instance
         */
        Put.prototype.timeToLiveMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Put instance using the specified properties.
         * @function create
         * @memberof command.Put
         * @static
         * @param {command.Put.$Properties=} [properties] Properties to set
         * @returns {command.Put} Put instance
         * @type {{
         *   (properties: command.Put.$Shape): command.Put & command.Put.$Shape;
         *   (properties?: command.Put.$Properties): command.Put;
         * }}
         */
        Put.create = function(properties) {
            return new Put(properties);
        };

        /**
         * Encodes the specified Put message. Does not implicitly {@link command.Put.verify|verify} messages.
         * @function encode
         * @memberof command.Put
         * @static
         * @param {command.Put.$Properties} message Put message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Put.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.kind);
            if (message.value != null && $Object.hasOwnProperty.call(message, "value") && message.value.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.value);
            if (message.timeToLiveMs != null && $Object.hasOwnProperty.call(message, "timeToLiveMs") && (typeof message.timeToLiveMs === "object" ? message.timeToLiveMs.low || message.timeToLiveMs.high : message.timeToLiveMs !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.timeToLiveMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Put message from the specified reader or buffer.
         * @function decode
         * @memberof command.Put
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Put & command.Put.$Shape} Put
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Put.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Put();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.value = value;
                        else
                            delete message.value;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.timeToLiveMs = value;
                        else
                            delete message.timeToLiveMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Put;
    })();

    command.Delete = (function() {

        /**
         * Properties of a Delete.
         * @typedef {Object} command.Delete.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Delete.
         * @memberof command
         * @interface IDelete
         * @augments command.Delete.$Properties
         * @deprecated Use command.Delete.$Properties instead.
         */

        /**
         * Shape of a Delete.
         * @typedef {command.Delete.$Properties} command.Delete.$Shape
         */

        /**
         * Constructs a new Delete.
         * @memberof command
         * @classdesc Represents a Delete.
         * @constructor
         * @param {command.Delete.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Delete = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Delete instance using the specified properties.
         * @function create
         * @memberof command.Delete
         * @static
         * @param {command.Delete.$Properties=} [properties] Properties to set
         * @returns {command.Delete} Delete instance
         * @type {{
         *   (properties: command.Delete.$Shape): command.Delete & command.Delete.$Shape;
         *   (properties?: command.Delete.$Properties): command.Delete;
         * }}
         */
        Delete.create = function(properties) {
            return new Delete(properties);
        };

        /**
         * Encodes the specified Delete message. Does not implicitly {@link command.Delete.verify|verify} messages.
         * @function encode
         * @memberof command.Delete
         * @static
         * @param {command.Delete.$Properties} message Delete message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Delete.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Delete message from the specified reader or buffer.
         * @function decode
         * @memberof command.Delete
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Delete & command.Delete.$Shape} Delete
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Delete.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Delete();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Delete;
    })();

    command.Increment = (function() {

        /**
         * Properties of an Increment.
         * @typedef {Object} command.Increment.$Properties
         * @property {number|null} [delta] Increment delta
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Increment.
         * @memberof command
         * @interface IIncrement
         * @augments command.Increment.$Properties
         * @deprecated Use command.Increment.$Properties instead.
         */

        /**
         * Shape of an Increment.
         * @typedef {command.Increment.$Properties} command.Increment.$Shape
         */

        /**
         * Constructs a new Increment.
         * @memberof command
         * @classdesc Represents an Increment.
         * @constructor
         * @param {command.Increment.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Increment = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Increment delta.
         * @member {number} delta
         * @memberof command.Increment
         * @instance
         */
        Increment.prototype.delta = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * Creates a new Increment instance using the specified properties.
         * @function create
         * @memberof command.Increment
         * @static
         * @param {command.Increment.$Properties=} [properties] Properties to set
         * @returns {command.Increment} Increment instance
         * @type {{
         *   (properties: command.Increment.$Shape): command.Increment & command.Increment.$Shape;
         *   (properties?: command.Increment.$Properties): command.Increment;
         * }}
         */
        Increment.create = function(properties) {
            return new Increment(properties);
        };

        /**
         * Encodes the specified Increment message. Does not implicitly {@link command.Increment.verify|verify} messages.
         * @function encode
         * @memberof command.Increment
         * @static
         * @param {command.Increment.$Properties} message Increment message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Increment.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.delta != null && $Object.hasOwnProperty.call(message, "delta") && (typeof message.delta === "object" ? message.delta.low || message.delta.high : message.delta !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).sint64(message.delta);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Increment message from the specified reader or buffer.
         * @function decode
         * @memberof command.Increment
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Increment & command.Increment.$Shape} Increment
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Increment.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Increment();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.sint64()) === "object" ? value.low || value.high : value !== 0)
                            message.delta = value;
                        else
                            delete message.delta;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Increment;
    })();

    command.Result = (function() {

        /**
         * Properties of a Result.
         * @typedef {Object} command.Result.$Properties
         * @property {string|null} [errorCode] Result errorCode
         * @property {string|null} [errorMessage] Result errorMessage
         * @property {Array.<command.OperationResult.$Properties>|null} [operations] Result operations
         * @property {boolean|null} [replayed] Result replayed
         * @property {number|null} [logClockMs] Result logClockMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Result.
         * @memberof command
         * @interface IResult
         * @augments command.Result.$Properties
         * @deprecated Use command.Result.$Properties instead.
         */

        /**
         * Shape of a Result.
         * @typedef {command.Result.$Properties} command.Result.$Shape
         */

        /**
         * Constructs a new Result.
         * @memberof command
         * @classdesc Represents a Result.
         * @constructor
         * @param {command.Result.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Result = function (properties) {
            this.operations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Result errorCode.
         * @member {string} errorCode
         * @memberof command.Result
         * @instance
         */
        Result.prototype.errorCode = "";

        /**
         * Result errorMessage.
         * @member {string} errorMessage
         * @memberof command.Result
         * @instance
         */
        Result.prototype.errorMessage = "";

        /**
         * Result operations.
         * @member {Array.<command.OperationResult.$Properties>} operations
         * @memberof command.Result
         * @instance
         */
        Result.prototype.operations = $util.emptyArray;

        /**
         * Result replayed.
         * @member {boolean} replayed
         * @memberof command.Result
         * @instance
         */
        Result.prototype.replayed = false;

        /**
         * Result logClockMs.
         * @member {number} logClockMs
         * @memberof command.Result
         * @instance
         */
        Result.prototype.logClockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Result instance using the specified properties.
         * @function create
         * @memberof command.Result
         * @static
         * @param {command.Result.$Properties=} [properties] Properties to set
         * @returns {command.Result} Result instance
         * @type {{
         *   (properties: command.Result.$Shape): command.Result & command.Result.$Shape;
         *   (properties?: command.Result.$Properties): command.Result;
         * }}
         */
        Result.create = function(properties) {
            return new Result(properties);
        };

        /**
         * Encodes the specified Result message. Does not implicitly {@link command.Result.verify|verify} messages.
         * @function encode
         * @memberof command.Result
         * @static
         * @param {command.Result.$Properties} message Result message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Result.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.errorMessage);
            if (message.operations != null && message.operations.length)
                for (let i = 0; i < message.operations.length; ++i)
                    $root.command.OperationResult.encode(message.operations[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.replayed != null && $Object.hasOwnProperty.call(message, "replayed") && message.replayed !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.replayed);
            if (message.logClockMs != null && $Object.hasOwnProperty.call(message, "logClockMs") && (typeof message.logClockMs === "object" ? message.logClockMs.low || message.logClockMs.high : message.logClockMs !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.logClockMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Result message from the specified reader or buffer.
         * @function decode
         * @memberof command.Result
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.Result & command.Result.$Shape} Result
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Result.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.Result();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.operations && message.operations.length))
                            message.operations = [];
                        message.operations.push($root.command.OperationResult.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.replayed = value;
                        else
                            delete message.replayed;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.logClockMs = value;
                        else
                            delete message.logClockMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Result;
    })();

    command.OperationResult = (function() {

        /**
         * Properties of an OperationResult.
         * @typedef {Object} command.OperationResult.$Properties
         * @property {number|null} [revision] OperationResult revision
         * @property {number|null} [integer] OperationResult integer
         * @property {boolean|null} [existed] OperationResult existed
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an OperationResult.
         * @memberof command
         * @interface IOperationResult
         * @augments command.OperationResult.$Properties
         * @deprecated Use command.OperationResult.$Properties instead.
         */

        /**
         * Shape of an OperationResult.
         * @typedef {command.OperationResult.$Properties} command.OperationResult.$Shape
         */

        /**
         * Constructs a new OperationResult.
         * @memberof command
         * @classdesc Represents an OperationResult.
         * @constructor
         * @param {command.OperationResult.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const OperationResult = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * OperationResult revision.
         * @member {number} revision
         * @memberof command.OperationResult
         * @instance
         */
        OperationResult.prototype.revision = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * OperationResult integer.
         * @member {number} integer
         * @memberof command.OperationResult
         * @instance
         */
        OperationResult.prototype.integer = $util.Long ? $util.Long.fromBits(0,0,false) : 0;

        /**
         * OperationResult existed.
         * @member {boolean} existed
         * @memberof command.OperationResult
         * @instance
         */
        OperationResult.prototype.existed = false;

        /**
         * Creates a new OperationResult instance using the specified properties.
         * @function create
         * @memberof command.OperationResult
         * @static
         * @param {command.OperationResult.$Properties=} [properties] Properties to set
         * @returns {command.OperationResult} OperationResult instance
         * @type {{
         *   (properties: command.OperationResult.$Shape): command.OperationResult & command.OperationResult.$Shape;
         *   (properties?: command.OperationResult.$Properties): command.OperationResult;
         * }}
         */
        OperationResult.create = function(properties) {
            return new OperationResult(properties);
        };

        /**
         * Encodes the specified OperationResult message. Does not implicitly {@link command.OperationResult.verify|verify} messages.
         * @function encode
         * @memberof command.OperationResult
         * @static
         * @param {command.OperationResult.$Properties} message OperationResult message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        OperationResult.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.revision != null && $Object.hasOwnProperty.call(message, "revision") && (typeof message.revision === "object" ? message.revision.low || message.revision.high : message.revision !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.revision);
            if (message.integer != null && $Object.hasOwnProperty.call(message, "integer") && (typeof message.integer === "object" ? message.integer.low || message.integer.high : message.integer !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).sint64(message.integer);
            if (message.existed != null && $Object.hasOwnProperty.call(message, "existed") && message.existed !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.existed);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an OperationResult message from the specified reader or buffer.
         * @function decode
         * @memberof command.OperationResult
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.OperationResult & command.OperationResult.$Shape} OperationResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        OperationResult.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.OperationResult();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.revision = value;
                        else
                            delete message.revision;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.sint64()) === "object" ? value.low || value.high : value !== 0)
                            message.integer = value;
                        else
                            delete message.integer;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.existed = value;
                        else
                            delete message.existed;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return OperationResult;
    })();

    command.SessionFloor = (function() {

        /**
         * Properties of a SessionFloor.
         * @typedef {Object} command.SessionFloor.$Properties
         * @property {number|null} [lowestUnresolved] SessionFloor lowestUnresolved
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a SessionFloor.
         * @memberof command
         * @interface ISessionFloor
         * @augments command.SessionFloor.$Properties
         * @deprecated Use command.SessionFloor.$Properties instead.
         */

        /**
         * Shape of a SessionFloor.
         * @typedef {command.SessionFloor.$Properties} command.SessionFloor.$Shape
         */

        /**
         * Constructs a new SessionFloor.
         * @memberof command
         * @classdesc Represents a SessionFloor.
         * @constructor
         * @param {command.SessionFloor.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const SessionFloor = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * SessionFloor lowestUnresolved.
         * @member {number} lowestUnresolved
         * @memberof command.SessionFloor
         * @instance
         */
        SessionFloor.prototype.lowestUnresolved = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new SessionFloor instance using the specified properties.
         * @function create
         * @memberof command.SessionFloor
         * @static
         * @param {command.SessionFloor.$Properties=} [properties] Properties to set
         * @returns {command.SessionFloor} SessionFloor instance
         * @type {{
         *   (properties: command.SessionFloor.$Shape): command.SessionFloor & command.SessionFloor.$Shape;
         *   (properties?: command.SessionFloor.$Properties): command.SessionFloor;
         * }}
         */
        SessionFloor.create = function(properties) {
            return new SessionFloor(properties);
        };

        /**
         * Encodes the specified SessionFloor message. Does not implicitly {@link command.SessionFloor.verify|verify} messages.
         * @function encode
         * @memberof command.SessionFloor
         * @static
         * @param {command.SessionFloor.$Properties} message SessionFloor message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        SessionFloor.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.lowestUnresolved != null && $Object.hasOwnProperty.call(message, "lowestUnresolved") && (typeof message.lowestUnresolved === "object" ? message.lowestUnresolved.low || message.lowestUnresolved.high : message.lowestUnresolved !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.lowestUnresolved);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a SessionFloor message from the specified reader or buffer.
         * @function decode
         * @memberof command.SessionFloor
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.SessionFloor & command.SessionFloor.$Shape} SessionFloor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        SessionFloor.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.SessionFloor();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lowestUnresolved = value;
                        else
                            delete message.lowestUnresolved;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return SessionFloor;
    })();

    command.InitialState = (function() {

        /**
         * Properties of an InitialState.
         * @typedef {Object} command.InitialState.$Properties
         * @property {Array.<number>|null} [voters] InitialState voters
         * @property {Array.<number>|null} [vshards] InitialState vshards
         * @property {number|null} [mapVersion] InitialState mapVersion
         * @property {number|null} [clockMs] InitialState clockMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an InitialState.
         * @memberof command
         * @interface IInitialState
         * @augments command.InitialState.$Properties
         * @deprecated Use command.InitialState.$Properties instead.
         */

        /**
         * Shape of an InitialState.
         * @typedef {command.InitialState.$Properties} command.InitialState.$Shape
         */

        /**
         * Constructs a new InitialState.
         * @memberof command
         * @classdesc Represents an InitialState.
         * @constructor
         * @param {command.InitialState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const InitialState = function (properties) {
            this.voters = [];
            this.vshards = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * InitialState voters.
         * @member {Array.<number>} voters
         * @memberof command.InitialState
         * @instance
         */
        InitialState.prototype.voters = $util.emptyArray;

        /**
         * InitialState vshards.
         * @member {Array.<number>} vshards
         * @memberof command.InitialState
         * @instance
         */
        InitialState.prototype.vshards = $util.emptyArray;

        /**
         * InitialState mapVersion.
         * @member {number} mapVersion
         * @memberof command.InitialState
         * @instance
         */
        InitialState.prototype.mapVersion = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * InitialState clockMs.
         * @member {number} clockMs
         * @memberof command.InitialState
         * @instance
         */
        InitialState.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new InitialState instance using the specified properties.
         * @function create
         * @memberof command.InitialState
         * @static
         * @param {command.InitialState.$Properties=} [properties] Properties to set
         * @returns {command.InitialState} InitialState instance
         * @type {{
         *   (properties: command.InitialState.$Shape): command.InitialState & command.InitialState.$Shape;
         *   (properties?: command.InitialState.$Properties): command.InitialState;
         * }}
         */
        InitialState.create = function(properties) {
            return new InitialState(properties);
        };

        /**
         * Encodes the specified InitialState message. Does not implicitly {@link command.InitialState.verify|verify} messages.
         * @function encode
         * @memberof command.InitialState
         * @static
         * @param {command.InitialState.$Properties} message InitialState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        InitialState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.voters != null && message.voters.length)
                writer.uint32(/* id 1, wireType 2 =*/10).uint64s(message.voters);
            if (message.vshards != null && message.vshards.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint32s(message.vshards);
            if (message.mapVersion != null && $Object.hasOwnProperty.call(message, "mapVersion") && (typeof message.mapVersion === "object" ? message.mapVersion.low || message.mapVersion.high : message.mapVersion !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.mapVersion);
            if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.clockMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an InitialState message from the specified reader or buffer.
         * @function decode
         * @memberof command.InitialState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {command.InitialState & command.InitialState.$Shape} InitialState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        InitialState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.command.InitialState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType === 2) {
                            if (!(message.voters && message.voters.length))
                                message.voters = [];
                            reader.uint64s(message.voters);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.voters && message.voters.length))
                            message.voters = [];
                        message.voters.push(reader.uint64());
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.vshards && message.vshards.length))
                                message.vshards = [];
                            reader.uint32s(message.vshards);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.vshards && message.vshards.length))
                            message.vshards = [];
                        message.vshards.push(reader.uint32());
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.mapVersion = value;
                        else
                            delete message.mapVersion;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.clockMs = value;
                        else
                            delete message.clockMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return InitialState;
    })();

    return command;
})();

export const client = $root.client = (() => {

    /**
     * Namespace client.
     * @exports client
     * @namespace
     */
    const client = {};

    client.Hello = (function() {

        /**
         * Properties of a Hello.
         * @typedef {Object} client.Hello.$Properties
         * @property {number|null} [protocol] Hello protocol
         * @property {string|null} [clusterId] Hello clusterId
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Hello.
         * @memberof client
         * @interface IHello
         * @augments client.Hello.$Properties
         * @deprecated Use client.Hello.$Properties instead.
         */

        /**
         * Shape of a Hello.
         * @typedef {client.Hello.$Properties} client.Hello.$Shape
         */

        /**
         * Constructs a new Hello.
         * @memberof client
         * @classdesc Represents a Hello.
         * @constructor
         * @param {client.Hello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Hello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Hello protocol.
         * @member {number} protocol
         * @memberof client.Hello
         * @instance
         */
        Hello.prototype.protocol = 0;

        /**
         * Hello clusterId.
         * @member {string} clusterId
         * @memberof client.Hello
         * @instance
         */
        Hello.prototype.clusterId = "";

        /**
         * Creates a new Hello instance using the specified properties.
         * @function create
         * @memberof client.Hello
         * @static
         * @param {client.Hello.$Properties=} [properties] Properties to set
         * @returns {client.Hello} Hello instance
         * @type {{
         *   (properties: client.Hello.$Shape): client.Hello & client.Hello.$Shape;
         *   (properties?: client.Hello.$Properties): client.Hello;
         * }}
         */
        Hello.create = function(properties) {
            return new Hello(properties);
        };

        /**
         * Encodes the specified Hello message. Does not implicitly {@link client.Hello.verify|verify} messages.
         * @function encode
         * @memberof client.Hello
         * @static
         * @param {client.Hello.$Properties} message Hello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Hello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocol);
            if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.clusterId);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @function decode
         * @memberof client.Hello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Hello & client.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Hello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Hello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocol = value;
                        else
                            delete message.protocol;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.clusterId = value;
                        else
                            delete message.clusterId;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Hello;
    })();

    client.Welcome = (function() {

        /**
         * Properties of a Welcome.
         * @typedef {Object} client.Welcome.$Properties
         * @property {number|null} [protocol] Welcome protocol
         * @property {string|null} [clusterId] Welcome clusterId
         * @property {number|null} [node] Welcome node
         * @property {number|null} [sessionStampMs] Welcome sessionStampMs
         * @property {number|null} [sessionSerial] Welcome sessionSerial
         * @property {string|null} [errorCode] Welcome errorCode
         * @property {string|null} [errorMessage] Welcome errorMessage
         * @property {client.ClusterMap.$Properties|null} [map] Welcome map
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Welcome.
         * @memberof client
         * @interface IWelcome
         * @augments client.Welcome.$Properties
         * @deprecated Use client.Welcome.$Properties instead.
         */

        /**
         * Shape of a Welcome.
         * @typedef {client.Welcome.$Properties} client.Welcome.$Shape
         */

        /**
         * Constructs a new Welcome.
         * @memberof client
         * @classdesc Represents a Welcome.
         * @constructor
         * @param {client.Welcome.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Welcome = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Welcome protocol.
         * @member {number} protocol
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.protocol = 0;

        /**
         * Welcome clusterId.
         * @member {string} clusterId
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.clusterId = "";

        /**
         * Welcome node.
         * @member {number} node
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Welcome sessionStampMs.
         * @member {number} sessionStampMs
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.sessionStampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Welcome sessionSerial.
         * @member {number} sessionSerial
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.sessionSerial = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Welcome errorCode.
         * @member {string} errorCode
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.errorCode = "";

        /**
         * Welcome errorMessage.
         * @member {string} errorMessage
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.errorMessage = "";

        /**
         * Welcome map.
         * @member {client.ClusterMap.$Properties|null|undefined} map
         * @memberof client.Welcome
         * @instance
         */
        Welcome.prototype.map = null;

        /**
         * Creates a new Welcome instance using the specified properties.
         * @function create
         * @memberof client.Welcome
         * @static
         * @param {client.Welcome.$Properties=} [properties] Properties to set
         * @returns {client.Welcome} Welcome instance
         * @type {{
         *   (properties: client.Welcome.$Shape): client.Welcome & client.Welcome.$Shape;
         *   (properties?: client.Welcome.$Properties): client.Welcome;
         * }}
         */
        Welcome.create = function(properties) {
            return new Welcome(properties);
        };

        /**
         * Encodes the specified Welcome message. Does not implicitly {@link client.Welcome.verify|verify} messages.
         * @function encode
         * @memberof client.Welcome
         * @static
         * @param {client.Welcome.$Properties} message Welcome message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Welcome.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocol);
            if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.clusterId);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.node);
            if (message.sessionStampMs != null && $Object.hasOwnProperty.call(message, "sessionStampMs") && (typeof message.sessionStampMs === "object" ? message.sessionStampMs.low || message.sessionStampMs.high : message.sessionStampMs !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.sessionStampMs);
            if (message.sessionSerial != null && $Object.hasOwnProperty.call(message, "sessionSerial") && (typeof message.sessionSerial === "object" ? message.sessionSerial.low || message.sessionSerial.high : message.sessionSerial !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.sessionSerial);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.errorMessage);
            if (message.map != null && $Object.hasOwnProperty.call(message, "map"))
                $root.client.ClusterMap.encode(message.map, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Welcome message from the specified reader or buffer.
         * @function decode
         * @memberof client.Welcome
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Welcome & client.Welcome.$Shape} Welcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Welcome.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Welcome();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocol = value;
                        else
                            delete message.protocol;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.clusterId = value;
                        else
                            delete message.clusterId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionStampMs = value;
                        else
                            delete message.sessionStampMs;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionSerial = value;
                        else
                            delete message.sessionSerial;
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.map = $root.client.ClusterMap.decode(reader, reader.size(), $undefined, _depth + 1, message.map);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Welcome;
    })();

    client.ClusterMap = (function() {

        /**
         * Properties of a ClusterMap.
         * @typedef {Object} client.ClusterMap.$Properties
         * @property {Array.<client.MapNode.$Properties>|null} [nodes] ClusterMap nodes
         * @property {Array.<number>|null} [dataGroups] ClusterMap dataGroups
         * @property {Array.<client.MapGroup.$Properties>|null} [groups] ClusterMap groups
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ClusterMap.
         * @memberof client
         * @interface IClusterMap
         * @augments client.ClusterMap.$Properties
         * @deprecated Use client.ClusterMap.$Properties instead.
         */

        /**
         * Shape of a ClusterMap.
         * @typedef {client.ClusterMap.$Properties} client.ClusterMap.$Shape
         */

        /**
         * Constructs a new ClusterMap.
         * @memberof client
         * @classdesc Represents a ClusterMap.
         * @constructor
         * @param {client.ClusterMap.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ClusterMap = function (properties) {
            this.nodes = [];
            this.dataGroups = [];
            this.groups = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ClusterMap nodes.
         * @member {Array.<client.MapNode.$Properties>} nodes
         * @memberof client.ClusterMap
         * @instance
         */
        ClusterMap.prototype.nodes = $util.emptyArray;

        /**
         * ClusterMap dataGroups.
         * @member {Array.<number>} dataGroups
         * @memberof client.ClusterMap
         * @instance
         */
        ClusterMap.prototype.dataGroups = $util.emptyArray;

        /**
         * ClusterMap groups.
         * @member {Array.<client.MapGroup.$Properties>} groups
         * @memberof client.ClusterMap
         * @instance
         */
        ClusterMap.prototype.groups = $util.emptyArray;

        /**
         * Creates a new ClusterMap instance using the specified properties.
         * @function create
         * @memberof client.ClusterMap
         * @static
         * @param {client.ClusterMap.$Properties=} [properties] Properties to set
         * @returns {client.ClusterMap} ClusterMap instance
         * @type {{
         *   (properties: client.ClusterMap.$Shape): client.ClusterMap & client.ClusterMap.$Shape;
         *   (properties?: client.ClusterMap.$Properties): client.ClusterMap;
         * }}
         */
        ClusterMap.create = function(properties) {
            return new ClusterMap(properties);
        };

        /**
         * Encodes the specified ClusterMap message. Does not implicitly {@link client.ClusterMap.verify|verify} messages.
         * @function encode
         * @memberof client.ClusterMap
         * @static
         * @param {client.ClusterMap.$Properties} message ClusterMap message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ClusterMap.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.nodes != null && message.nodes.length)
                for (let i = 0; i < message.nodes.length; ++i)
                    $root.client.MapNode.encode(message.nodes[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.dataGroups != null && message.dataGroups.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.dataGroups);
            if (message.groups != null && message.groups.length)
                for (let i = 0; i < message.groups.length; ++i)
                    $root.client.MapGroup.encode(message.groups[i], writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ClusterMap message from the specified reader or buffer.
         * @function decode
         * @memberof client.ClusterMap
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.ClusterMap & client.ClusterMap.$Shape} ClusterMap
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ClusterMap.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.ClusterMap();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.nodes && message.nodes.length))
                            message.nodes = [];
                        message.nodes.push($root.client.MapNode.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.dataGroups && message.dataGroups.length))
                                message.dataGroups = [];
                            reader.uint64s(message.dataGroups);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.dataGroups && message.dataGroups.length))
                            message.dataGroups = [];
                        message.dataGroups.push(reader.uint64());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if (!(message.groups && message.groups.length))
                            message.groups = [];
                        message.groups.push($root.client.MapGroup.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ClusterMap;
    })();

    client.MapNode = (function() {

        /**
         * Properties of a MapNode.
         * @typedef {Object} client.MapNode.$Properties
         * @property {number|null} [node] MapNode node
         * @property {string|null} [clientAddress] MapNode clientAddress
         * @property {string|null} [httpAddress] MapNode httpAddress
         * @property {boolean|null} [isConnected] MapNode isConnected
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MapNode.
         * @memberof client
         * @interface IMapNode
         * @augments client.MapNode.$Properties
         * @deprecated Use client.MapNode.$Properties instead.
         */

        /**
         * Shape of a MapNode.
         * @typedef {client.MapNode.$Properties} client.MapNode.$Shape
         */

        /**
         * Constructs a new MapNode.
         * @memberof client
         * @classdesc Represents a MapNode.
         * @constructor
         * @param {client.MapNode.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MapNode = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MapNode node.
         * @member {number} node
         * @memberof client.MapNode
         * @instance
         */
        MapNode.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MapNode clientAddress.
         * @member {string} clientAddress
         * @memberof client.MapNode
         * @instance
         */
        MapNode.prototype.clientAddress = "";

        /**
         * MapNode httpAddress.
         * @member {string} httpAddress
         * @memberof client.MapNode
         * @instance
         */
        MapNode.prototype.httpAddress = "";

        /**
         * MapNode isConnected.
         * @member {boolean} isConnected
         * @memberof client.MapNode
         * @instance
         */
        MapNode.prototype.isConnected = false;

        /**
         * Creates a new MapNode instance using the specified properties.
         * @function create
         * @memberof client.MapNode
         * @static
         * @param {client.MapNode.$Properties=} [properties] Properties to set
         * @returns {client.MapNode} MapNode instance
         * @type {{
         *   (properties: client.MapNode.$Shape): client.MapNode & client.MapNode.$Shape;
         *   (properties?: client.MapNode.$Properties): client.MapNode;
         * }}
         */
        MapNode.create = function(properties) {
            return new MapNode(properties);
        };

        /**
         * Encodes the specified MapNode message. Does not implicitly {@link client.MapNode.verify|verify} messages.
         * @function encode
         * @memberof client.MapNode
         * @static
         * @param {client.MapNode.$Properties} message MapNode message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MapNode.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.node);
            if (message.clientAddress != null && $Object.hasOwnProperty.call(message, "clientAddress") && message.clientAddress !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.clientAddress);
            if (message.httpAddress != null && $Object.hasOwnProperty.call(message, "httpAddress") && message.httpAddress !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.httpAddress);
            if (message.isConnected != null && $Object.hasOwnProperty.call(message, "isConnected") && message.isConnected !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.isConnected);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MapNode message from the specified reader or buffer.
         * @function decode
         * @memberof client.MapNode
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.MapNode & client.MapNode.$Shape} MapNode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MapNode.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.MapNode();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.clientAddress = value;
                        else
                            delete message.clientAddress;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.httpAddress = value;
                        else
                            delete message.httpAddress;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isConnected = value;
                        else
                            delete message.isConnected;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MapNode;
    })();

    client.MapGroup = (function() {

        /**
         * Properties of a MapGroup.
         * @typedef {Object} client.MapGroup.$Properties
         * @property {number|null} [group] MapGroup group
         * @property {Array.<number>|null} [nodes] MapGroup nodes
         * @property {number|null} [leaderNode] MapGroup leaderNode
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MapGroup.
         * @memberof client
         * @interface IMapGroup
         * @augments client.MapGroup.$Properties
         * @deprecated Use client.MapGroup.$Properties instead.
         */

        /**
         * Shape of a MapGroup.
         * @typedef {client.MapGroup.$Properties} client.MapGroup.$Shape
         */

        /**
         * Constructs a new MapGroup.
         * @memberof client
         * @classdesc Represents a MapGroup.
         * @constructor
         * @param {client.MapGroup.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MapGroup = function (properties) {
            this.nodes = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MapGroup group.
         * @member {number} group
         * @memberof client.MapGroup
         * @instance
         */
        MapGroup.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MapGroup nodes.
         * @member {Array.<number>} nodes
         * @memberof client.MapGroup
         * @instance
         */
        MapGroup.prototype.nodes = $util.emptyArray;

        /**
         * MapGroup leaderNode.
         * @member {number} leaderNode
         * @memberof client.MapGroup
         * @instance
         */
        MapGroup.prototype.leaderNode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new MapGroup instance using the specified properties.
         * @function create
         * @memberof client.MapGroup
         * @static
         * @param {client.MapGroup.$Properties=} [properties] Properties to set
         * @returns {client.MapGroup} MapGroup instance
         * @type {{
         *   (properties: client.MapGroup.$Shape): client.MapGroup & client.MapGroup.$Shape;
         *   (properties?: client.MapGroup.$Properties): client.MapGroup;
         * }}
         */
        MapGroup.create = function(properties) {
            return new MapGroup(properties);
        };

        /**
         * Encodes the specified MapGroup message. Does not implicitly {@link client.MapGroup.verify|verify} messages.
         * @function encode
         * @memberof client.MapGroup
         * @static
         * @param {client.MapGroup.$Properties} message MapGroup message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MapGroup.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.nodes != null && message.nodes.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.nodes);
            if (message.leaderNode != null && $Object.hasOwnProperty.call(message, "leaderNode") && (typeof message.leaderNode === "object" ? message.leaderNode.low || message.leaderNode.high : message.leaderNode !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.leaderNode);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MapGroup message from the specified reader or buffer.
         * @function decode
         * @memberof client.MapGroup
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.MapGroup & client.MapGroup.$Shape} MapGroup
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MapGroup.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.MapGroup();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.nodes && message.nodes.length))
                                message.nodes = [];
                            reader.uint64s(message.nodes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.nodes && message.nodes.length))
                            message.nodes = [];
                        message.nodes.push(reader.uint64());
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.leaderNode = value;
                        else
                            delete message.leaderNode;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MapGroup;
    })();

    client.Request = (function() {

        /**
         * Properties of a Request.
         * @typedef {Object} client.Request.$Properties
         * @property {number|null} [id] Request id
         * @property {number|null} [deadlineMs] Request deadlineMs
         * @property {client.Write.$Properties|null} [write] Request write
         * @property {apply.Get.$Properties|null} [get] Request get
         * @property {apply.Scan.$Properties|null} [scan] Request scan
         * @property {client.Status.$Properties|null} [status] Request status
         * @property {client.NewSession.$Properties|null} [newSession] Request newSession
         * @property {client.ListCollections.$Properties|null} [listCollections] Request listCollections
         * @property {client.Probe.$Properties|null} [probe] Request probe
         * @property {client.MapRequest.$Properties|null} [map] Request map
         * @property {group.Consistency|null} [consistency] Request consistency
         * @property {"write"|"get"|"scan"|"status"|"newSession"|"listCollections"|"probe"|"map"} [request] Request request
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Request.
         * @memberof client
         * @interface IRequest
         * @augments client.Request.$Properties
         * @deprecated Use client.Request.$Properties instead.
         */

        /**
         * Narrowed shape of a Request.
         * @typedef {{
         *   id?: number|null;
         *   deadlineMs?: number|null;
         *   write?: client.Write.$Shape|null;
         *   get?: apply.Get.$Shape|null;
         *   scan?: apply.Scan.$Shape|null;
         *   status?: client.Status.$Shape|null;
         *   newSession?: client.NewSession.$Shape|null;
         *   listCollections?: client.ListCollections.$Shape|null;
         *   probe?: client.Probe.$Shape|null;
         *   map?: client.MapRequest.$Shape|null;
         *   consistency?: group.Consistency|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ request?: undefined; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "write"; write: client.Write.$Shape; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "get"; write?: null; get: apply.Get.$Shape; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "scan"; write?: null; get?: null; scan: apply.Scan.$Shape; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "status"; write?: null; get?: null; scan?: null; status: client.Status.$Shape; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "newSession"; write?: null; get?: null; scan?: null; status?: null; newSession: client.NewSession.$Shape; listCollections?: null; probe?: null; map?: null }|{ request?: "listCollections"; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections: client.ListCollections.$Shape; probe?: null; map?: null }|{ request?: "probe"; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe: client.Probe.$Shape; map?: null }|{ request?: "map"; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map: client.MapRequest.$Shape })
         * )} client.Request.$Shape
         */

        /**
         * Constructs a new Request.
         * @memberof client
         * @classdesc Represents a Request.
         * @constructor
         * @param {client.Request.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Request = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Request id.
         * @member {number} id
         * @memberof client.Request
         * @instance
         */
        Request.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Request deadlineMs.
         * @member {number} deadlineMs
         * @memberof client.Request
         * @instance
         */
        Request.prototype.deadlineMs = 0;

        /**
         * Request write.
         * @member {client.Write.$Properties|null|undefined} write
         * @memberof client.Request
         * @instance
         */
        Request.prototype.write = null;

        /**
         * Request get.
         * @member {apply.Get.$Properties|null|undefined} get
         * @memberof client.Request
         * @instance
         */
        Request.prototype.get = null;

        /**
         * Request scan.
         * @member {apply.Scan.$Properties|null|undefined} scan
         * @memberof client.Request
         * @instance
         */
        Request.prototype.scan = null;

        /**
         * Request status.
         * @member {client.Status.$Properties|null|undefined} status
         * @memberof client.Request
         * @instance
         */
        Request.prototype.status = null;

        /**
         * Request newSession.
         * @member {client.NewSession.$Properties|null|undefined} newSession
         * @memberof client.Request
         * @instance
         */
        Request.prototype.newSession = null;

        /**
         * Request listCollections.
         * @member {client.ListCollections.$Properties|null|undefined} listCollections
         * @memberof client.Request
         * @instance
         */
        Request.prototype.listCollections = null;

        /**
         * Request probe.
         * @member {client.Probe.$Properties|null|undefined} probe
         * @memberof client.Request
         * @instance
         */
        Request.prototype.probe = null;

        /**
         * Request map.
         * @member {client.MapRequest.$Properties|null|undefined} map
         * @memberof client.Request
         * @instance
         */
        Request.prototype.map = null;

        /**
         * Request consistency.
         * @member {group.Consistency} consistency
         * @memberof client.Request
         * @instance
         */
        Request.prototype.consistency = 0;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Request request.
         * @member {"write"|"get"|"scan"|"status"|"newSession"|"listCollections"|"probe"|"map"|undefined} request
         * @memberof client.Request
         * @instance
         */
        $Object.defineProperty(Request.prototype, "request", {
            get: $util.oneOfGetter($oneOfFields = ["write", "get", "scan", "status", "newSession", "listCollections", "probe", "map"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Request instance using the specified properties.
         * @function create
         * @memberof client.Request
         * @static
         * @param {client.Request.$Properties=} [properties] Properties to set
         * @returns {client.Request} Request instance
         * @type {{
         *   (properties: client.Request.$Shape): client.Request & client.Request.$Shape;
         *   (properties?: client.Request.$Properties): client.Request;
         * }}
         */
        Request.create = function(properties) {
            return new Request(properties);
        };

        /**
         * Encodes the specified Request message. Does not implicitly {@link client.Request.verify|verify} messages.
         * @function encode
         * @memberof client.Request
         * @static
         * @param {client.Request.$Properties} message Request message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Request.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
            if (message.deadlineMs != null && $Object.hasOwnProperty.call(message, "deadlineMs") && message.deadlineMs !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.deadlineMs);
            if (message.write != null && $Object.hasOwnProperty.call(message, "write"))
                $root.client.Write.encode(message.write, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.get != null && $Object.hasOwnProperty.call(message, "get"))
                $root.apply.Get.encode(message.get, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.scan != null && $Object.hasOwnProperty.call(message, "scan"))
                $root.apply.Scan.encode(message.scan, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                $root.client.Status.encode(message.status, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).int32(message.consistency);
            if (message.newSession != null && $Object.hasOwnProperty.call(message, "newSession"))
                $root.client.NewSession.encode(message.newSession, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.listCollections != null && $Object.hasOwnProperty.call(message, "listCollections"))
                $root.client.ListCollections.encode(message.listCollections, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.probe != null && $Object.hasOwnProperty.call(message, "probe"))
                $root.client.Probe.encode(message.probe, writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.map != null && $Object.hasOwnProperty.call(message, "map"))
                $root.client.MapRequest.encode(message.map, writer.uint32(/* id 11, wireType 2 =*/90).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Request message from the specified reader or buffer.
         * @function decode
         * @memberof client.Request
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Request & client.Request.$Shape} Request
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Request.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Request();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.deadlineMs = value;
                        else
                            delete message.deadlineMs;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.write = $root.client.Write.decode(reader, reader.size(), $undefined, _depth + 1, message.write);
                        message.request = "write";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.get = $root.apply.Get.decode(reader, reader.size(), $undefined, _depth + 1, message.get);
                        message.request = "get";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.scan = $root.apply.Scan.decode(reader, reader.size(), $undefined, _depth + 1, message.scan);
                        message.request = "scan";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.status = $root.client.Status.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                        message.request = "status";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.newSession = $root.client.NewSession.decode(reader, reader.size(), $undefined, _depth + 1, message.newSession);
                        message.request = "newSession";
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.listCollections = $root.client.ListCollections.decode(reader, reader.size(), $undefined, _depth + 1, message.listCollections);
                        message.request = "listCollections";
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        message.probe = $root.client.Probe.decode(reader, reader.size(), $undefined, _depth + 1, message.probe);
                        message.request = "probe";
                        continue;
                    }
                case 11: {
                        if (wireType !== 2)
                            break;
                        message.map = $root.client.MapRequest.decode(reader, reader.size(), $undefined, _depth + 1, message.map);
                        message.request = "map";
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.consistency = value;
                        else
                            delete message.consistency;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Request;
    })();

    client.Write = (function() {

        /**
         * Properties of a Write.
         * @typedef {Object} client.Write.$Properties
         * @property {number|null} [sessionStampMs] Write sessionStampMs
         * @property {number|null} [sessionSerial] Write sessionSerial
         * @property {number|null} [sequence] Write sequence
         * @property {number|null} [lowestUnresolved] Write lowestUnresolved
         * @property {Array.<command.Operation.$Properties>|null} [operations] Write operations
         * @property {string|null} [idempotencyKey] Write idempotencyKey
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Write.
         * @memberof client
         * @interface IWrite
         * @augments client.Write.$Properties
         * @deprecated Use client.Write.$Properties instead.
         */

        /**
         * Shape of a Write.
         * @typedef {{
         *   sessionStampMs?: number|null;
         *   sessionSerial?: number|null;
         *   sequence?: number|null;
         *   lowestUnresolved?: number|null;
         *   operations?: Array.<command.Operation.$Shape>|null;
         *   idempotencyKey?: string|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} client.Write.$Shape
         */

        /**
         * Constructs a new Write.
         * @memberof client
         * @classdesc Represents a Write.
         * @constructor
         * @param {client.Write.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Write = function (properties) {
            this.operations = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Write sessionStampMs.
         * @member {number} sessionStampMs
         * @memberof client.Write
         * @instance
         */
        Write.prototype.sessionStampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Write sessionSerial.
         * @member {number} sessionSerial
         * @memberof client.Write
         * @instance
         */
        Write.prototype.sessionSerial = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Write sequence.
         * @member {number} sequence
         * @memberof client.Write
         * @instance
         */
        Write.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Write lowestUnresolved.
         * @member {number} lowestUnresolved
         * @memberof client.Write
         * @instance
         */
        Write.prototype.lowestUnresolved = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Write operations.
         * @member {Array.<command.Operation.$Properties>} operations
         * @memberof client.Write
         * @instance
         */
        Write.prototype.operations = $util.emptyArray;

        /**
         * Write idempotencyKey.
         * @member {string} idempotencyKey
         * @memberof client.Write
         * @instance
         */
        Write.prototype.idempotencyKey = "";

        /**
         * Creates a new Write instance using the specified properties.
         * @function create
         * @memberof client.Write
         * @static
         * @param {client.Write.$Properties=} [properties] Properties to set
         * @returns {client.Write} Write instance
         * @type {{
         *   (properties: client.Write.$Shape): client.Write & client.Write.$Shape;
         *   (properties?: client.Write.$Properties): client.Write;
         * }}
         */
        Write.create = function(properties) {
            return new Write(properties);
        };

        /**
         * Encodes the specified Write message. Does not implicitly {@link client.Write.verify|verify} messages.
         * @function encode
         * @memberof client.Write
         * @static
         * @param {client.Write.$Properties} message Write message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Write.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.sessionStampMs != null && $Object.hasOwnProperty.call(message, "sessionStampMs") && (typeof message.sessionStampMs === "object" ? message.sessionStampMs.low || message.sessionStampMs.high : message.sessionStampMs !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.sessionStampMs);
            if (message.sessionSerial != null && $Object.hasOwnProperty.call(message, "sessionSerial") && (typeof message.sessionSerial === "object" ? message.sessionSerial.low || message.sessionSerial.high : message.sessionSerial !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.sessionSerial);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.sequence);
            if (message.lowestUnresolved != null && $Object.hasOwnProperty.call(message, "lowestUnresolved") && (typeof message.lowestUnresolved === "object" ? message.lowestUnresolved.low || message.lowestUnresolved.high : message.lowestUnresolved !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.lowestUnresolved);
            if (message.operations != null && message.operations.length)
                for (let i = 0; i < message.operations.length; ++i)
                    $root.command.Operation.encode(message.operations[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.idempotencyKey != null && $Object.hasOwnProperty.call(message, "idempotencyKey") && message.idempotencyKey !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.idempotencyKey);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Write message from the specified reader or buffer.
         * @function decode
         * @memberof client.Write
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Write & client.Write.$Shape} Write
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Write.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Write();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionStampMs = value;
                        else
                            delete message.sessionStampMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sessionSerial = value;
                        else
                            delete message.sessionSerial;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lowestUnresolved = value;
                        else
                            delete message.lowestUnresolved;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.operations && message.operations.length))
                            message.operations = [];
                        message.operations.push($root.command.Operation.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.idempotencyKey = value;
                        else
                            delete message.idempotencyKey;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Write;
    })();

    client.Status = (function() {

        /**
         * Properties of a Status.
         * @typedef {Object} client.Status.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Status.
         * @memberof client
         * @interface IStatus
         * @augments client.Status.$Properties
         * @deprecated Use client.Status.$Properties instead.
         */

        /**
         * Shape of a Status.
         * @typedef {client.Status.$Properties} client.Status.$Shape
         */

        /**
         * Constructs a new Status.
         * @memberof client
         * @classdesc Represents a Status.
         * @constructor
         * @param {client.Status.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Status = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Status instance using the specified properties.
         * @function create
         * @memberof client.Status
         * @static
         * @param {client.Status.$Properties=} [properties] Properties to set
         * @returns {client.Status} Status instance
         * @type {{
         *   (properties: client.Status.$Shape): client.Status & client.Status.$Shape;
         *   (properties?: client.Status.$Properties): client.Status;
         * }}
         */
        Status.create = function(properties) {
            return new Status(properties);
        };

        /**
         * Encodes the specified Status message. Does not implicitly {@link client.Status.verify|verify} messages.
         * @function encode
         * @memberof client.Status
         * @static
         * @param {client.Status.$Properties} message Status message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Status.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Status message from the specified reader or buffer.
         * @function decode
         * @memberof client.Status
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Status & client.Status.$Shape} Status
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Status.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Status();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Status;
    })();

    client.StatusDocument = (function() {

        /**
         * Properties of a StatusDocument.
         * @typedef {Object} client.StatusDocument.$Properties
         * @property {Uint8Array|null} [json] StatusDocument json
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StatusDocument.
         * @memberof client
         * @interface IStatusDocument
         * @augments client.StatusDocument.$Properties
         * @deprecated Use client.StatusDocument.$Properties instead.
         */

        /**
         * Shape of a StatusDocument.
         * @typedef {client.StatusDocument.$Properties} client.StatusDocument.$Shape
         */

        /**
         * Constructs a new StatusDocument.
         * @memberof client
         * @classdesc Represents a StatusDocument.
         * @constructor
         * @param {client.StatusDocument.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StatusDocument = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * StatusDocument json.
         * @member {Uint8Array} json
         * @memberof client.StatusDocument
         * @instance
         */
        StatusDocument.prototype.json = $util.newBuffer([]);

        /**
         * Creates a new StatusDocument instance using the specified properties.
         * @function create
         * @memberof client.StatusDocument
         * @static
         * @param {client.StatusDocument.$Properties=} [properties] Properties to set
         * @returns {client.StatusDocument} StatusDocument instance
         * @type {{
         *   (properties: client.StatusDocument.$Shape): client.StatusDocument & client.StatusDocument.$Shape;
         *   (properties?: client.StatusDocument.$Properties): client.StatusDocument;
         * }}
         */
        StatusDocument.create = function(properties) {
            return new StatusDocument(properties);
        };

        /**
         * Encodes the specified StatusDocument message. Does not implicitly {@link client.StatusDocument.verify|verify} messages.
         * @function encode
         * @memberof client.StatusDocument
         * @static
         * @param {client.StatusDocument.$Properties} message StatusDocument message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StatusDocument.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.json != null && $Object.hasOwnProperty.call(message, "json") && message.json.length)
                writer.uint32(/* id 1, wireType 2 =*/10).bytes(message.json);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StatusDocument message from the specified reader or buffer.
         * @function decode
         * @memberof client.StatusDocument
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.StatusDocument & client.StatusDocument.$Shape} StatusDocument
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StatusDocument.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.StatusDocument();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.json = value;
                        else
                            delete message.json;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StatusDocument;
    })();

    client.NewSession = (function() {

        /**
         * Properties of a NewSession.
         * @typedef {Object} client.NewSession.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a NewSession.
         * @memberof client
         * @interface INewSession
         * @augments client.NewSession.$Properties
         * @deprecated Use client.NewSession.$Properties instead.
         */

        /**
         * Shape of a NewSession.
         * @typedef {client.NewSession.$Properties} client.NewSession.$Shape
         */

        /**
         * Constructs a new NewSession.
         * @memberof client
         * @classdesc Represents a NewSession.
         * @constructor
         * @param {client.NewSession.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const NewSession = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new NewSession instance using the specified properties.
         * @function create
         * @memberof client.NewSession
         * @static
         * @param {client.NewSession.$Properties=} [properties] Properties to set
         * @returns {client.NewSession} NewSession instance
         * @type {{
         *   (properties: client.NewSession.$Shape): client.NewSession & client.NewSession.$Shape;
         *   (properties?: client.NewSession.$Properties): client.NewSession;
         * }}
         */
        NewSession.create = function(properties) {
            return new NewSession(properties);
        };

        /**
         * Encodes the specified NewSession message. Does not implicitly {@link client.NewSession.verify|verify} messages.
         * @function encode
         * @memberof client.NewSession
         * @static
         * @param {client.NewSession.$Properties} message NewSession message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        NewSession.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a NewSession message from the specified reader or buffer.
         * @function decode
         * @memberof client.NewSession
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.NewSession & client.NewSession.$Shape} NewSession
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        NewSession.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.NewSession();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return NewSession;
    })();

    client.MapRequest = (function() {

        /**
         * Properties of a MapRequest.
         * @typedef {Object} client.MapRequest.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MapRequest.
         * @memberof client
         * @interface IMapRequest
         * @augments client.MapRequest.$Properties
         * @deprecated Use client.MapRequest.$Properties instead.
         */

        /**
         * Shape of a MapRequest.
         * @typedef {client.MapRequest.$Properties} client.MapRequest.$Shape
         */

        /**
         * Constructs a new MapRequest.
         * @memberof client
         * @classdesc Represents a MapRequest.
         * @constructor
         * @param {client.MapRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MapRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new MapRequest instance using the specified properties.
         * @function create
         * @memberof client.MapRequest
         * @static
         * @param {client.MapRequest.$Properties=} [properties] Properties to set
         * @returns {client.MapRequest} MapRequest instance
         * @type {{
         *   (properties: client.MapRequest.$Shape): client.MapRequest & client.MapRequest.$Shape;
         *   (properties?: client.MapRequest.$Properties): client.MapRequest;
         * }}
         */
        MapRequest.create = function(properties) {
            return new MapRequest(properties);
        };

        /**
         * Encodes the specified MapRequest message. Does not implicitly {@link client.MapRequest.verify|verify} messages.
         * @function encode
         * @memberof client.MapRequest
         * @static
         * @param {client.MapRequest.$Properties} message MapRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MapRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MapRequest message from the specified reader or buffer.
         * @function decode
         * @memberof client.MapRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.MapRequest & client.MapRequest.$Shape} MapRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MapRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.MapRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MapRequest;
    })();

    client.ListCollections = (function() {

        /**
         * Properties of a ListCollections.
         * @typedef {Object} client.ListCollections.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ListCollections.
         * @memberof client
         * @interface IListCollections
         * @augments client.ListCollections.$Properties
         * @deprecated Use client.ListCollections.$Properties instead.
         */

        /**
         * Shape of a ListCollections.
         * @typedef {client.ListCollections.$Properties} client.ListCollections.$Shape
         */

        /**
         * Constructs a new ListCollections.
         * @memberof client
         * @classdesc Represents a ListCollections.
         * @constructor
         * @param {client.ListCollections.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ListCollections = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new ListCollections instance using the specified properties.
         * @function create
         * @memberof client.ListCollections
         * @static
         * @param {client.ListCollections.$Properties=} [properties] Properties to set
         * @returns {client.ListCollections} ListCollections instance
         * @type {{
         *   (properties: client.ListCollections.$Shape): client.ListCollections & client.ListCollections.$Shape;
         *   (properties?: client.ListCollections.$Properties): client.ListCollections;
         * }}
         */
        ListCollections.create = function(properties) {
            return new ListCollections(properties);
        };

        /**
         * Encodes the specified ListCollections message. Does not implicitly {@link client.ListCollections.verify|verify} messages.
         * @function encode
         * @memberof client.ListCollections
         * @static
         * @param {client.ListCollections.$Properties} message ListCollections message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ListCollections.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ListCollections message from the specified reader or buffer.
         * @function decode
         * @memberof client.ListCollections
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.ListCollections & client.ListCollections.$Shape} ListCollections
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ListCollections.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.ListCollections();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ListCollections;
    })();

    client.Probe = (function() {

        /**
         * Properties of a Probe.
         * @typedef {Object} client.Probe.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Probe.
         * @memberof client
         * @interface IProbe
         * @augments client.Probe.$Properties
         * @deprecated Use client.Probe.$Properties instead.
         */

        /**
         * Shape of a Probe.
         * @typedef {client.Probe.$Properties} client.Probe.$Shape
         */

        /**
         * Constructs a new Probe.
         * @memberof client
         * @classdesc Represents a Probe.
         * @constructor
         * @param {client.Probe.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Probe = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Probe instance using the specified properties.
         * @function create
         * @memberof client.Probe
         * @static
         * @param {client.Probe.$Properties=} [properties] Properties to set
         * @returns {client.Probe} Probe instance
         * @type {{
         *   (properties: client.Probe.$Shape): client.Probe & client.Probe.$Shape;
         *   (properties?: client.Probe.$Properties): client.Probe;
         * }}
         */
        Probe.create = function(properties) {
            return new Probe(properties);
        };

        /**
         * Encodes the specified Probe message. Does not implicitly {@link client.Probe.verify|verify} messages.
         * @function encode
         * @memberof client.Probe
         * @static
         * @param {client.Probe.$Properties} message Probe message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Probe.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Probe message from the specified reader or buffer.
         * @function decode
         * @memberof client.Probe
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Probe & client.Probe.$Shape} Probe
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Probe.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Probe();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Probe;
    })();

    client.Session = (function() {

        /**
         * Properties of a Session.
         * @typedef {Object} client.Session.$Properties
         * @property {number|null} [stampMs] Session stampMs
         * @property {number|null} [serial] Session serial
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Session.
         * @memberof client
         * @interface ISession
         * @augments client.Session.$Properties
         * @deprecated Use client.Session.$Properties instead.
         */

        /**
         * Shape of a Session.
         * @typedef {client.Session.$Properties} client.Session.$Shape
         */

        /**
         * Constructs a new Session.
         * @memberof client
         * @classdesc Represents a Session.
         * @constructor
         * @param {client.Session.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Session = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Session stampMs.
         * @member {number} stampMs
         * @memberof client.Session
         * @instance
         */
        Session.prototype.stampMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Session serial.
         * @member {number} serial
         * @memberof client.Session
         * @instance
         */
        Session.prototype.serial = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Session instance using the specified properties.
         * @function create
         * @memberof client.Session
         * @static
         * @param {client.Session.$Properties=} [properties] Properties to set
         * @returns {client.Session} Session instance
         * @type {{
         *   (properties: client.Session.$Shape): client.Session & client.Session.$Shape;
         *   (properties?: client.Session.$Properties): client.Session;
         * }}
         */
        Session.create = function(properties) {
            return new Session(properties);
        };

        /**
         * Encodes the specified Session message. Does not implicitly {@link client.Session.verify|verify} messages.
         * @function encode
         * @memberof client.Session
         * @static
         * @param {client.Session.$Properties} message Session message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Session.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.stampMs != null && $Object.hasOwnProperty.call(message, "stampMs") && (typeof message.stampMs === "object" ? message.stampMs.low || message.stampMs.high : message.stampMs !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.stampMs);
            if (message.serial != null && $Object.hasOwnProperty.call(message, "serial") && (typeof message.serial === "object" ? message.serial.low || message.serial.high : message.serial !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.serial);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Session message from the specified reader or buffer.
         * @function decode
         * @memberof client.Session
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Session & client.Session.$Shape} Session
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Session.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Session();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.stampMs = value;
                        else
                            delete message.stampMs;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.serial = value;
                        else
                            delete message.serial;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Session;
    })();

    client.Response = (function() {

        /**
         * Properties of a Response.
         * @typedef {Object} client.Response.$Properties
         * @property {number|null} [id] Response id
         * @property {command.Result.$Properties|null} [result] Response result
         * @property {apply.Items.$Properties|null} [items] Response items
         * @property {client.StatusDocument.$Properties|null} [status] Response status
         * @property {client.Failure.$Properties|null} [failure] Response failure
         * @property {client.Session.$Properties|null} [session] Response session
         * @property {client.ClusterMap.$Properties|null} [map] Response map
         * @property {client.LeaderHint.$Properties|null} [leader] Response leader
         * @property {"result"|"items"|"status"|"failure"|"session"|"map"} [response] Response response
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Response.
         * @memberof client
         * @interface IResponse
         * @augments client.Response.$Properties
         * @deprecated Use client.Response.$Properties instead.
         */

        /**
         * Narrowed shape of a Response.
         * @typedef {{
         *   id?: number|null;
         *   result?: command.Result.$Shape|null;
         *   items?: apply.Items.$Shape|null;
         *   status?: client.StatusDocument.$Shape|null;
         *   failure?: client.Failure.$Shape|null;
         *   session?: client.Session.$Shape|null;
         *   map?: client.ClusterMap.$Shape|null;
         *   leader?: client.LeaderHint.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * } & (
         *   ({ response?: undefined; result?: null; items?: null; status?: null; failure?: null; session?: null; map?: null }|{ response?: "result"; result: command.Result.$Shape; items?: null; status?: null; failure?: null; session?: null; map?: null }|{ response?: "items"; result?: null; items: apply.Items.$Shape; status?: null; failure?: null; session?: null; map?: null }|{ response?: "status"; result?: null; items?: null; status: client.StatusDocument.$Shape; failure?: null; session?: null; map?: null }|{ response?: "failure"; result?: null; items?: null; status?: null; failure: client.Failure.$Shape; session?: null; map?: null }|{ response?: "session"; result?: null; items?: null; status?: null; failure?: null; session: client.Session.$Shape; map?: null }|{ response?: "map"; result?: null; items?: null; status?: null; failure?: null; session?: null; map: client.ClusterMap.$Shape })
         * )} client.Response.$Shape
         */

        /**
         * Constructs a new Response.
         * @memberof client
         * @classdesc Represents a Response.
         * @constructor
         * @param {client.Response.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Response = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Response id.
         * @member {number} id
         * @memberof client.Response
         * @instance
         */
        Response.prototype.id = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Response result.
         * @member {command.Result.$Properties|null|undefined} result
         * @memberof client.Response
         * @instance
         */
        Response.prototype.result = null;

        /**
         * Response items.
         * @member {apply.Items.$Properties|null|undefined} items
         * @memberof client.Response
         * @instance
         */
        Response.prototype.items = null;

        /**
         * Response status.
         * @member {client.StatusDocument.$Properties|null|undefined} status
         * @memberof client.Response
         * @instance
         */
        Response.prototype.status = null;

        /**
         * Response failure.
         * @member {client.Failure.$Properties|null|undefined} failure
         * @memberof client.Response
         * @instance
         */
        Response.prototype.failure = null;

        /**
         * Response session.
         * @member {client.Session.$Properties|null|undefined} session
         * @memberof client.Response
         * @instance
         */
        Response.prototype.session = null;

        /**
         * Response map.
         * @member {client.ClusterMap.$Properties|null|undefined} map
         * @memberof client.Response
         * @instance
         */
        Response.prototype.map = null;

        /**
         * Response leader.
         * @member {client.LeaderHint.$Properties|null|undefined} leader
         * @memberof client.Response
         * @instance
         */
        Response.prototype.leader = null;

        // OneOf field names bound to virtual getters and setters
        let $oneOfFields;

        /**
         * Response response.
         * @member {"result"|"items"|"status"|"failure"|"session"|"map"|undefined} response
         * @memberof client.Response
         * @instance
         */
        $Object.defineProperty(Response.prototype, "response", {
            get: $util.oneOfGetter($oneOfFields = ["result", "items", "status", "failure", "session", "map"]),
            set: $util.oneOfSetter($oneOfFields)
        });

        /**
         * Creates a new Response instance using the specified properties.
         * @function create
         * @memberof client.Response
         * @static
         * @param {client.Response.$Properties=} [properties] Properties to set
         * @returns {client.Response} Response instance
         * @type {{
         *   (properties: client.Response.$Shape): client.Response & client.Response.$Shape;
         *   (properties?: client.Response.$Properties): client.Response;
         * }}
         */
        Response.create = function(properties) {
            return new Response(properties);
        };

        /**
         * Encodes the specified Response message. Does not implicitly {@link client.Response.verify|verify} messages.
         * @function encode
         * @memberof client.Response
         * @static
         * @param {client.Response.$Properties} message Response message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Response.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.id != null && $Object.hasOwnProperty.call(message, "id") && (typeof message.id === "object" ? message.id.low || message.id.high : message.id !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.id);
            if (message.result != null && $Object.hasOwnProperty.call(message, "result"))
                $root.command.Result.encode(message.result, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.items != null && $Object.hasOwnProperty.call(message, "items"))
                $root.apply.Items.encode(message.items, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.status != null && $Object.hasOwnProperty.call(message, "status"))
                $root.client.StatusDocument.encode(message.status, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.failure != null && $Object.hasOwnProperty.call(message, "failure"))
                $root.client.Failure.encode(message.failure, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.session != null && $Object.hasOwnProperty.call(message, "session"))
                $root.client.Session.encode(message.session, writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.map != null && $Object.hasOwnProperty.call(message, "map"))
                $root.client.ClusterMap.encode(message.map, writer.uint32(/* id 7, wireType 2 =*/58).fork(), _depth + 1).ldelim();
            if (message.leader != null && $Object.hasOwnProperty.call(message, "leader"))
                $root.client.LeaderHint.encode(message.leader, writer.uint32(/* id 8, wireType 2 =*/66).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Response message from the specified reader or buffer.
         * @function decode
         * @memberof client.Response
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Response & client.Response.$Shape} Response
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Response.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Response();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.id = value;
                        else
                            delete message.id;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.result = $root.command.Result.decode(reader, reader.size(), $undefined, _depth + 1, message.result);
                        message.response = "result";
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.items = $root.apply.Items.decode(reader, reader.size(), $undefined, _depth + 1, message.items);
                        message.response = "items";
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.status = $root.client.StatusDocument.decode(reader, reader.size(), $undefined, _depth + 1, message.status);
                        message.response = "status";
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.failure = $root.client.Failure.decode(reader, reader.size(), $undefined, _depth + 1, message.failure);
                        message.response = "failure";
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        message.session = $root.client.Session.decode(reader, reader.size(), $undefined, _depth + 1, message.session);
                        message.response = "session";
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        message.map = $root.client.ClusterMap.decode(reader, reader.size(), $undefined, _depth + 1, message.map);
                        message.response = "map";
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        message.leader = $root.client.LeaderHint.decode(reader, reader.size(), $undefined, _depth + 1, message.leader);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Response;
    })();

    client.LeaderHint = (function() {

        /**
         * Properties of a LeaderHint.
         * @typedef {Object} client.LeaderHint.$Properties
         * @property {number|null} [group] LeaderHint group
         * @property {number|null} [node] LeaderHint node
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LeaderHint.
         * @memberof client
         * @interface ILeaderHint
         * @augments client.LeaderHint.$Properties
         * @deprecated Use client.LeaderHint.$Properties instead.
         */

        /**
         * Shape of a LeaderHint.
         * @typedef {client.LeaderHint.$Properties} client.LeaderHint.$Shape
         */

        /**
         * Constructs a new LeaderHint.
         * @memberof client
         * @classdesc Represents a LeaderHint.
         * @constructor
         * @param {client.LeaderHint.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LeaderHint = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LeaderHint group.
         * @member {number} group
         * @memberof client.LeaderHint
         * @instance
         */
        LeaderHint.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LeaderHint node.
         * @member {number} node
         * @memberof client.LeaderHint
         * @instance
         */
        LeaderHint.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new LeaderHint instance using the specified properties.
         * @function create
         * @memberof client.LeaderHint
         * @static
         * @param {client.LeaderHint.$Properties=} [properties] Properties to set
         * @returns {client.LeaderHint} LeaderHint instance
         * @type {{
         *   (properties: client.LeaderHint.$Shape): client.LeaderHint & client.LeaderHint.$Shape;
         *   (properties?: client.LeaderHint.$Properties): client.LeaderHint;
         * }}
         */
        LeaderHint.create = function(properties) {
            return new LeaderHint(properties);
        };

        /**
         * Encodes the specified LeaderHint message. Does not implicitly {@link client.LeaderHint.verify|verify} messages.
         * @function encode
         * @memberof client.LeaderHint
         * @static
         * @param {client.LeaderHint.$Properties} message LeaderHint message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LeaderHint.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.node);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LeaderHint message from the specified reader or buffer.
         * @function decode
         * @memberof client.LeaderHint
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.LeaderHint & client.LeaderHint.$Shape} LeaderHint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LeaderHint.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.LeaderHint();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LeaderHint;
    })();

    client.Failure = (function() {

        /**
         * Properties of a Failure.
         * @typedef {Object} client.Failure.$Properties
         * @property {string|null} [code] Failure code
         * @property {string|null} [message] Failure message
         * @property {boolean|null} [retryable] Failure retryable
         * @property {string|null} [detailsJson] Failure detailsJson
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Failure.
         * @memberof client
         * @interface IFailure
         * @augments client.Failure.$Properties
         * @deprecated Use client.Failure.$Properties instead.
         */

        /**
         * Shape of a Failure.
         * @typedef {client.Failure.$Properties} client.Failure.$Shape
         */

        /**
         * Constructs a new Failure.
         * @memberof client
         * @classdesc Represents a Failure.
         * @constructor
         * @param {client.Failure.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Failure = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Failure code.
         * @member {string} code
         * @memberof client.Failure
         * @instance
         */
        Failure.prototype.code = "";

        /**
         * Failure message.
         * @member {string} message
         * @memberof client.Failure
         * @instance
         */
        Failure.prototype.message = "";

        /**
         * Failure retryable.
         * @member {boolean} retryable
         * @memberof client.Failure
         * @instance
         */
        Failure.prototype.retryable = false;

        /**
         * Failure detailsJson.
         * @member {string} detailsJson
         * @memberof client.Failure
         * @instance
         */
        Failure.prototype.detailsJson = "";

        /**
         * Creates a new Failure instance using the specified properties.
         * @function create
         * @memberof client.Failure
         * @static
         * @param {client.Failure.$Properties=} [properties] Properties to set
         * @returns {client.Failure} Failure instance
         * @type {{
         *   (properties: client.Failure.$Shape): client.Failure & client.Failure.$Shape;
         *   (properties?: client.Failure.$Properties): client.Failure;
         * }}
         */
        Failure.create = function(properties) {
            return new Failure(properties);
        };

        /**
         * Encodes the specified Failure message. Does not implicitly {@link client.Failure.verify|verify} messages.
         * @function encode
         * @memberof client.Failure
         * @static
         * @param {client.Failure.$Properties} message Failure message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Failure.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
            if (message.retryable != null && $Object.hasOwnProperty.call(message, "retryable") && message.retryable !== false)
                writer.uint32(/* id 3, wireType 0 =*/24).bool(message.retryable);
            if (message.detailsJson != null && $Object.hasOwnProperty.call(message, "detailsJson") && message.detailsJson !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.detailsJson);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Failure message from the specified reader or buffer.
         * @function decode
         * @memberof client.Failure
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Failure & client.Failure.$Shape} Failure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Failure.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Failure();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.retryable = value;
                        else
                            delete message.retryable;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.detailsJson = value;
                        else
                            delete message.detailsJson;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Failure;
    })();

    client.Requests = (function() {

        /**
         * Properties of a Requests.
         * @typedef {Object} client.Requests.$Properties
         * @property {Array.<client.Request.$Properties>|null} [requests] Requests requests
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Requests.
         * @memberof client
         * @interface IRequests
         * @augments client.Requests.$Properties
         * @deprecated Use client.Requests.$Properties instead.
         */

        /**
         * Shape of a Requests.
         * @typedef {{
         *   requests?: Array.<client.Request.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} client.Requests.$Shape
         */

        /**
         * Constructs a new Requests.
         * @memberof client
         * @classdesc Represents a Requests.
         * @constructor
         * @param {client.Requests.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Requests = function (properties) {
            this.requests = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Requests requests.
         * @member {Array.<client.Request.$Properties>} requests
         * @memberof client.Requests
         * @instance
         */
        Requests.prototype.requests = $util.emptyArray;

        /**
         * Creates a new Requests instance using the specified properties.
         * @function create
         * @memberof client.Requests
         * @static
         * @param {client.Requests.$Properties=} [properties] Properties to set
         * @returns {client.Requests} Requests instance
         * @type {{
         *   (properties: client.Requests.$Shape): client.Requests & client.Requests.$Shape;
         *   (properties?: client.Requests.$Properties): client.Requests;
         * }}
         */
        Requests.create = function(properties) {
            return new Requests(properties);
        };

        /**
         * Encodes the specified Requests message. Does not implicitly {@link client.Requests.verify|verify} messages.
         * @function encode
         * @memberof client.Requests
         * @static
         * @param {client.Requests.$Properties} message Requests message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Requests.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.requests != null && message.requests.length)
                for (let i = 0; i < message.requests.length; ++i)
                    $root.client.Request.encode(message.requests[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Requests message from the specified reader or buffer.
         * @function decode
         * @memberof client.Requests
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Requests & client.Requests.$Shape} Requests
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Requests.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Requests();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.requests && message.requests.length))
                            message.requests = [];
                        message.requests.push($root.client.Request.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Requests;
    })();

    client.Responses = (function() {

        /**
         * Properties of a Responses.
         * @typedef {Object} client.Responses.$Properties
         * @property {Array.<client.Response.$Properties>|null} [responses] Responses responses
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Responses.
         * @memberof client
         * @interface IResponses
         * @augments client.Responses.$Properties
         * @deprecated Use client.Responses.$Properties instead.
         */

        /**
         * Shape of a Responses.
         * @typedef {{
         *   responses?: Array.<client.Response.$Shape>|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} client.Responses.$Shape
         */

        /**
         * Constructs a new Responses.
         * @memberof client
         * @classdesc Represents a Responses.
         * @constructor
         * @param {client.Responses.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Responses = function (properties) {
            this.responses = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Responses responses.
         * @member {Array.<client.Response.$Properties>} responses
         * @memberof client.Responses
         * @instance
         */
        Responses.prototype.responses = $util.emptyArray;

        /**
         * Creates a new Responses instance using the specified properties.
         * @function create
         * @memberof client.Responses
         * @static
         * @param {client.Responses.$Properties=} [properties] Properties to set
         * @returns {client.Responses} Responses instance
         * @type {{
         *   (properties: client.Responses.$Shape): client.Responses & client.Responses.$Shape;
         *   (properties?: client.Responses.$Properties): client.Responses;
         * }}
         */
        Responses.create = function(properties) {
            return new Responses(properties);
        };

        /**
         * Encodes the specified Responses message. Does not implicitly {@link client.Responses.verify|verify} messages.
         * @function encode
         * @memberof client.Responses
         * @static
         * @param {client.Responses.$Properties} message Responses message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Responses.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.responses != null && message.responses.length)
                for (let i = 0; i < message.responses.length; ++i)
                    $root.client.Response.encode(message.responses[i], writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Responses message from the specified reader or buffer.
         * @function decode
         * @memberof client.Responses
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {client.Responses & client.Responses.$Shape} Responses
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Responses.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.client.Responses();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if (!(message.responses && message.responses.length))
                            message.responses = [];
                        message.responses.push($root.client.Response.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Responses;
    })();

    return client;
})();

export const group = $root.group = (() => {

    /**
     * Namespace group.
     * @exports group
     * @namespace
     */
    const group = {};

    group.Propose = (function() {

        /**
         * Properties of a Propose.
         * @typedef {Object} group.Propose.$Properties
         * @property {number|null} [request] Propose request
         * @property {Uint8Array|null} [command] Propose command
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Propose.
         * @memberof group
         * @interface IPropose
         * @augments group.Propose.$Properties
         * @deprecated Use group.Propose.$Properties instead.
         */

        /**
         * Shape of a Propose.
         * @typedef {group.Propose.$Properties} group.Propose.$Shape
         */

        /**
         * Constructs a new Propose.
         * @memberof group
         * @classdesc Represents a Propose.
         * @constructor
         * @param {group.Propose.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Propose = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Propose request.
         * @member {number} request
         * @memberof group.Propose
         * @instance
         */
        Propose.prototype.request = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Propose command.
         * @member {Uint8Array} command
         * @memberof group.Propose
         * @instance
         */
        Propose.prototype.command = $util.newBuffer([]);

        /**
         * Creates a new Propose instance using the specified properties.
         * @function create
         * @memberof group.Propose
         * @static
         * @param {group.Propose.$Properties=} [properties] Properties to set
         * @returns {group.Propose} Propose instance
         * @type {{
         *   (properties: group.Propose.$Shape): group.Propose & group.Propose.$Shape;
         *   (properties?: group.Propose.$Properties): group.Propose;
         * }}
         */
        Propose.create = function(properties) {
            return new Propose(properties);
        };

        /**
         * Encodes the specified Propose message. Does not implicitly {@link group.Propose.verify|verify} messages.
         * @function encode
         * @memberof group.Propose
         * @static
         * @param {group.Propose.$Properties} message Propose message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Propose.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.request != null && $Object.hasOwnProperty.call(message, "request") && (typeof message.request === "object" ? message.request.low || message.request.high : message.request !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.request);
            if (message.command != null && $Object.hasOwnProperty.call(message, "command") && message.command.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.command);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Propose message from the specified reader or buffer.
         * @function decode
         * @memberof group.Propose
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.Propose & group.Propose.$Shape} Propose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Propose.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.Propose();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.request = value;
                        else
                            delete message.request;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.command = value;
                        else
                            delete message.command;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Propose;
    })();

    /**
     * Consistency enum.
     * @name group.Consistency
     * @enum {number}
     * @property {number} LINEARIZABLE=0 LINEARIZABLE value
     * @property {number} LOCAL=1 LOCAL value
     */
    group.Consistency = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "LINEARIZABLE"] = 0;
        values[valuesById[1] = "LOCAL"] = 1;
        return values;
    })();

    group.Query = (function() {

        /**
         * Properties of a Query.
         * @typedef {Object} group.Query.$Properties
         * @property {group.Consistency|null} [consistency] Query consistency
         * @property {apply.Query.$Properties|null} [query] Query query
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Query.
         * @memberof group
         * @interface IQuery
         * @augments group.Query.$Properties
         * @deprecated Use group.Query.$Properties instead.
         */

        /**
         * Shape of a Query.
         * @typedef {{
         *   consistency?: group.Consistency|null;
         *   query?: apply.Query.$Shape|null;
         *   $unknowns?: Array.<Uint8Array>;
         * }} group.Query.$Shape
         */

        /**
         * Constructs a new Query.
         * @memberof group
         * @classdesc Represents a Query.
         * @constructor
         * @param {group.Query.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Query = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Query consistency.
         * @member {group.Consistency} consistency
         * @memberof group.Query
         * @instance
         */
        Query.prototype.consistency = 0;

        /**
         * Query query.
         * @member {apply.Query.$Properties|null|undefined} query
         * @memberof group.Query
         * @instance
         */
        Query.prototype.query = null;

        /**
         * Creates a new Query instance using the specified properties.
         * @function create
         * @memberof group.Query
         * @static
         * @param {group.Query.$Properties=} [properties] Properties to set
         * @returns {group.Query} Query instance
         * @type {{
         *   (properties: group.Query.$Shape): group.Query & group.Query.$Shape;
         *   (properties?: group.Query.$Properties): group.Query;
         * }}
         */
        Query.create = function(properties) {
            return new Query(properties);
        };

        /**
         * Encodes the specified Query message. Does not implicitly {@link group.Query.verify|verify} messages.
         * @function encode
         * @memberof group.Query
         * @static
         * @param {group.Query.$Properties} message Query message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Query.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.consistency != null && $Object.hasOwnProperty.call(message, "consistency") && message.consistency !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).int32(message.consistency);
            if (message.query != null && $Object.hasOwnProperty.call(message, "query"))
                $root.apply.Query.encode(message.query, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Query message from the specified reader or buffer.
         * @function decode
         * @memberof group.Query
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.Query & group.Query.$Shape} Query
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Query.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.Query();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.consistency = value;
                        else
                            delete message.consistency;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.query = $root.apply.Query.decode(reader, reader.size(), $undefined, _depth + 1, message.query);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Query;
    })();

    group.Refused = (function() {

        /**
         * Properties of a Refused.
         * @typedef {Object} group.Refused.$Properties
         * @property {number|null} [group] Refused group
         * @property {Array.<number>|null} [requests] Refused requests
         * @property {string|null} [errorCode] Refused errorCode
         * @property {string|null} [errorMessage] Refused errorMessage
         * @property {number|null} [leaderNode] Refused leaderNode
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Refused.
         * @memberof group
         * @interface IRefused
         * @augments group.Refused.$Properties
         * @deprecated Use group.Refused.$Properties instead.
         */

        /**
         * Shape of a Refused.
         * @typedef {group.Refused.$Properties} group.Refused.$Shape
         */

        /**
         * Constructs a new Refused.
         * @memberof group
         * @classdesc Represents a Refused.
         * @constructor
         * @param {group.Refused.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Refused = function (properties) {
            this.requests = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Refused group.
         * @member {number} group
         * @memberof group.Refused
         * @instance
         */
        Refused.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Refused requests.
         * @member {Array.<number>} requests
         * @memberof group.Refused
         * @instance
         */
        Refused.prototype.requests = $util.emptyArray;

        /**
         * Refused errorCode.
         * @member {string} errorCode
         * @memberof group.Refused
         * @instance
         */
        Refused.prototype.errorCode = "";

        /**
         * Refused errorMessage.
         * @member {string} errorMessage
         * @memberof group.Refused
         * @instance
         */
        Refused.prototype.errorMessage = "";

        /**
         * Refused leaderNode.
         * @member {number} leaderNode
         * @memberof group.Refused
         * @instance
         */
        Refused.prototype.leaderNode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Refused instance using the specified properties.
         * @function create
         * @memberof group.Refused
         * @static
         * @param {group.Refused.$Properties=} [properties] Properties to set
         * @returns {group.Refused} Refused instance
         * @type {{
         *   (properties: group.Refused.$Shape): group.Refused & group.Refused.$Shape;
         *   (properties?: group.Refused.$Properties): group.Refused;
         * }}
         */
        Refused.create = function(properties) {
            return new Refused(properties);
        };

        /**
         * Encodes the specified Refused message. Does not implicitly {@link group.Refused.verify|verify} messages.
         * @function encode
         * @memberof group.Refused
         * @static
         * @param {group.Refused.$Properties} message Refused message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Refused.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.requests != null && message.requests.length)
                writer.uint32(/* id 2, wireType 2 =*/18).uint64s(message.requests);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.errorMessage);
            if (message.leaderNode != null && $Object.hasOwnProperty.call(message, "leaderNode") && (typeof message.leaderNode === "object" ? message.leaderNode.low || message.leaderNode.high : message.leaderNode !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.leaderNode);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Refused message from the specified reader or buffer.
         * @function decode
         * @memberof group.Refused
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.Refused & group.Refused.$Shape} Refused
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Refused.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.Refused();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType === 2) {
                            if (!(message.requests && message.requests.length))
                                message.requests = [];
                            reader.uint64s(message.requests);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.requests && message.requests.length))
                            message.requests = [];
                        message.requests.push(reader.uint64());
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.leaderNode = value;
                        else
                            delete message.leaderNode;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Refused;
    })();

    group.Led = (function() {

        /**
         * Properties of a Led.
         * @typedef {Object} group.Led.$Properties
         * @property {number|null} [group] Led group
         * @property {number|null} [leaderNode] Led leaderNode
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Led.
         * @memberof group
         * @interface ILed
         * @augments group.Led.$Properties
         * @deprecated Use group.Led.$Properties instead.
         */

        /**
         * Shape of a Led.
         * @typedef {group.Led.$Properties} group.Led.$Shape
         */

        /**
         * Constructs a new Led.
         * @memberof group
         * @classdesc Represents a Led.
         * @constructor
         * @param {group.Led.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Led = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Led group.
         * @member {number} group
         * @memberof group.Led
         * @instance
         */
        Led.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Led leaderNode.
         * @member {number} leaderNode
         * @memberof group.Led
         * @instance
         */
        Led.prototype.leaderNode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Led instance using the specified properties.
         * @function create
         * @memberof group.Led
         * @static
         * @param {group.Led.$Properties=} [properties] Properties to set
         * @returns {group.Led} Led instance
         * @type {{
         *   (properties: group.Led.$Shape): group.Led & group.Led.$Shape;
         *   (properties?: group.Led.$Properties): group.Led;
         * }}
         */
        Led.create = function(properties) {
            return new Led(properties);
        };

        /**
         * Encodes the specified Led message. Does not implicitly {@link group.Led.verify|verify} messages.
         * @function encode
         * @memberof group.Led
         * @static
         * @param {group.Led.$Properties} message Led message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Led.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.leaderNode != null && $Object.hasOwnProperty.call(message, "leaderNode") && (typeof message.leaderNode === "object" ? message.leaderNode.low || message.leaderNode.high : message.leaderNode !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.leaderNode);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Led message from the specified reader or buffer.
         * @function decode
         * @memberof group.Led
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.Led & group.Led.$Shape} Led
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Led.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.Led();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.leaderNode = value;
                        else
                            delete message.leaderNode;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Led;
    })();

    group.StatusRequest = (function() {

        /**
         * Properties of a StatusRequest.
         * @typedef {Object} group.StatusRequest.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StatusRequest.
         * @memberof group
         * @interface IStatusRequest
         * @augments group.StatusRequest.$Properties
         * @deprecated Use group.StatusRequest.$Properties instead.
         */

        /**
         * Shape of a StatusRequest.
         * @typedef {group.StatusRequest.$Properties} group.StatusRequest.$Shape
         */

        /**
         * Constructs a new StatusRequest.
         * @memberof group
         * @classdesc Represents a StatusRequest.
         * @constructor
         * @param {group.StatusRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StatusRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new StatusRequest instance using the specified properties.
         * @function create
         * @memberof group.StatusRequest
         * @static
         * @param {group.StatusRequest.$Properties=} [properties] Properties to set
         * @returns {group.StatusRequest} StatusRequest instance
         * @type {{
         *   (properties: group.StatusRequest.$Shape): group.StatusRequest & group.StatusRequest.$Shape;
         *   (properties?: group.StatusRequest.$Properties): group.StatusRequest;
         * }}
         */
        StatusRequest.create = function(properties) {
            return new StatusRequest(properties);
        };

        /**
         * Encodes the specified StatusRequest message. Does not implicitly {@link group.StatusRequest.verify|verify} messages.
         * @function encode
         * @memberof group.StatusRequest
         * @static
         * @param {group.StatusRequest.$Properties} message StatusRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StatusRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StatusRequest message from the specified reader or buffer.
         * @function decode
         * @memberof group.StatusRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.StatusRequest & group.StatusRequest.$Shape} StatusRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StatusRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.StatusRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StatusRequest;
    })();

    group.GroupStatus = (function() {

        /**
         * Properties of a GroupStatus.
         * @typedef {Object} group.GroupStatus.$Properties
         * @property {number|null} [group] GroupStatus group
         * @property {number|null} [replica] GroupStatus replica
         * @property {string|null} [role] GroupStatus role
         * @property {number|null} [term] GroupStatus term
         * @property {number|null} [leader] GroupStatus leader
         * @property {number|null} [commit] GroupStatus commit
         * @property {number|null} [appliedIndex] GroupStatus appliedIndex
         * @property {number|null} [flushedIndex] GroupStatus flushedIndex
         * @property {number|null} [lastIndex] GroupStatus lastIndex
         * @property {number|null} [purgeIndex] GroupStatus purgeIndex
         * @property {Array.<number>|null} [voters] GroupStatus voters
         * @property {number|null} [logClockMs] GroupStatus logClockMs
         * @property {string|null} [stoppedCode] GroupStatus stoppedCode
         * @property {string|null} [stoppedReason] GroupStatus stoppedReason
         * @property {number|null} [leaderNode] GroupStatus leaderNode
         * @property {Array.<group.MemberMatch.$Properties>|null} [members] GroupStatus members
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a GroupStatus.
         * @memberof group
         * @interface IGroupStatus
         * @augments group.GroupStatus.$Properties
         * @deprecated Use group.GroupStatus.$Properties instead.
         */

        /**
         * Shape of a GroupStatus.
         * @typedef {group.GroupStatus.$Properties} group.GroupStatus.$Shape
         */

        /**
         * Constructs a new GroupStatus.
         * @memberof group
         * @classdesc Represents a GroupStatus.
         * @constructor
         * @param {group.GroupStatus.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const GroupStatus = function (properties) {
            this.voters = [];
            this.members = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * GroupStatus group.
         * @member {number} group
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus replica.
         * @member {number} replica
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.replica = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus role.
         * @member {string} role
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.role = "";

        /**
         * GroupStatus term.
         * @member {number} term
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus leader.
         * @member {number} leader
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.leader = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus commit.
         * @member {number} commit
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus appliedIndex.
         * @member {number} appliedIndex
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.appliedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus flushedIndex.
         * @member {number} flushedIndex
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.flushedIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus lastIndex.
         * @member {number} lastIndex
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus purgeIndex.
         * @member {number} purgeIndex
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.purgeIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus voters.
         * @member {Array.<number>} voters
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.voters = $util.emptyArray;

        /**
         * GroupStatus logClockMs.
         * @member {number} logClockMs
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.logClockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus stoppedCode.
         * @member {string} stoppedCode
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.stoppedCode = "";

        /**
         * GroupStatus stoppedReason.
         * @member {string} stoppedReason
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.stoppedReason = "";

        /**
         * GroupStatus leaderNode.
         * @member {number} leaderNode
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.leaderNode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * GroupStatus members.
         * @member {Array.<group.MemberMatch.$Properties>} members
         * @memberof group.GroupStatus
         * @instance
         */
        GroupStatus.prototype.members = $util.emptyArray;

        /**
         * Creates a new GroupStatus instance using the specified properties.
         * @function create
         * @memberof group.GroupStatus
         * @static
         * @param {group.GroupStatus.$Properties=} [properties] Properties to set
         * @returns {group.GroupStatus} GroupStatus instance
         * @type {{
         *   (properties: group.GroupStatus.$Shape): group.GroupStatus & group.GroupStatus.$Shape;
         *   (properties?: group.GroupStatus.$Properties): group.GroupStatus;
         * }}
         */
        GroupStatus.create = function(properties) {
            return new GroupStatus(properties);
        };

        /**
         * Encodes the specified GroupStatus message. Does not implicitly {@link group.GroupStatus.verify|verify} messages.
         * @function encode
         * @memberof group.GroupStatus
         * @static
         * @param {group.GroupStatus.$Properties} message GroupStatus message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        GroupStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && (typeof message.replica === "object" ? message.replica.low || message.replica.high : message.replica !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.replica);
            if (message.role != null && $Object.hasOwnProperty.call(message, "role") && message.role !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.role);
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.term);
            if (message.leader != null && $Object.hasOwnProperty.call(message, "leader") && (typeof message.leader === "object" ? message.leader.low || message.leader.high : message.leader !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.leader);
            if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.commit);
            if (message.appliedIndex != null && $Object.hasOwnProperty.call(message, "appliedIndex") && (typeof message.appliedIndex === "object" ? message.appliedIndex.low || message.appliedIndex.high : message.appliedIndex !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.appliedIndex);
            if (message.flushedIndex != null && $Object.hasOwnProperty.call(message, "flushedIndex") && (typeof message.flushedIndex === "object" ? message.flushedIndex.low || message.flushedIndex.high : message.flushedIndex !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.flushedIndex);
            if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.lastIndex);
            if (message.purgeIndex != null && $Object.hasOwnProperty.call(message, "purgeIndex") && (typeof message.purgeIndex === "object" ? message.purgeIndex.low || message.purgeIndex.high : message.purgeIndex !== 0))
                writer.uint32(/* id 10, wireType 0 =*/80).uint64(message.purgeIndex);
            if (message.voters != null && message.voters.length)
                writer.uint32(/* id 11, wireType 2 =*/90).uint64s(message.voters);
            if (message.logClockMs != null && $Object.hasOwnProperty.call(message, "logClockMs") && (typeof message.logClockMs === "object" ? message.logClockMs.low || message.logClockMs.high : message.logClockMs !== 0))
                writer.uint32(/* id 12, wireType 0 =*/96).uint64(message.logClockMs);
            if (message.stoppedCode != null && $Object.hasOwnProperty.call(message, "stoppedCode") && message.stoppedCode !== "")
                writer.uint32(/* id 13, wireType 2 =*/106).string(message.stoppedCode);
            if (message.stoppedReason != null && $Object.hasOwnProperty.call(message, "stoppedReason") && message.stoppedReason !== "")
                writer.uint32(/* id 14, wireType 2 =*/114).string(message.stoppedReason);
            if (message.leaderNode != null && $Object.hasOwnProperty.call(message, "leaderNode") && (typeof message.leaderNode === "object" ? message.leaderNode.low || message.leaderNode.high : message.leaderNode !== 0))
                writer.uint32(/* id 15, wireType 0 =*/120).uint64(message.leaderNode);
            if (message.members != null && message.members.length)
                for (let i = 0; i < message.members.length; ++i)
                    $root.group.MemberMatch.encode(message.members[i], writer.uint32(/* id 16, wireType 2 =*/130).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a GroupStatus message from the specified reader or buffer.
         * @function decode
         * @memberof group.GroupStatus
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.GroupStatus & group.GroupStatus.$Shape} GroupStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        GroupStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.GroupStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.replica = value;
                        else
                            delete message.replica;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.role = value;
                        else
                            delete message.role;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.leader = value;
                        else
                            delete message.leader;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.commit = value;
                        else
                            delete message.commit;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.appliedIndex = value;
                        else
                            delete message.appliedIndex;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.flushedIndex = value;
                        else
                            delete message.flushedIndex;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastIndex = value;
                        else
                            delete message.lastIndex;
                        continue;
                    }
                case 10: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.purgeIndex = value;
                        else
                            delete message.purgeIndex;
                        continue;
                    }
                case 11: {
                        if (wireType === 2) {
                            if (!(message.voters && message.voters.length))
                                message.voters = [];
                            reader.uint64s(message.voters);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.voters && message.voters.length))
                            message.voters = [];
                        message.voters.push(reader.uint64());
                        continue;
                    }
                case 12: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.logClockMs = value;
                        else
                            delete message.logClockMs;
                        continue;
                    }
                case 13: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stoppedCode = value;
                        else
                            delete message.stoppedCode;
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stoppedReason = value;
                        else
                            delete message.stoppedReason;
                        continue;
                    }
                case 15: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.leaderNode = value;
                        else
                            delete message.leaderNode;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        if (!(message.members && message.members.length))
                            message.members = [];
                        message.members.push($root.group.MemberMatch.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return GroupStatus;
    })();

    group.MemberMatch = (function() {

        /**
         * Properties of a MemberMatch.
         * @typedef {Object} group.MemberMatch.$Properties
         * @property {number|null} [replica] MemberMatch replica
         * @property {number|null} [node] MemberMatch node
         * @property {number|null} [match] MemberMatch match
         * @property {boolean|null} [isStranded] MemberMatch isStranded
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a MemberMatch.
         * @memberof group
         * @interface IMemberMatch
         * @augments group.MemberMatch.$Properties
         * @deprecated Use group.MemberMatch.$Properties instead.
         */

        /**
         * Shape of a MemberMatch.
         * @typedef {group.MemberMatch.$Properties} group.MemberMatch.$Shape
         */

        /**
         * Constructs a new MemberMatch.
         * @memberof group
         * @classdesc Represents a MemberMatch.
         * @constructor
         * @param {group.MemberMatch.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const MemberMatch = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * MemberMatch replica.
         * @member {number} replica
         * @memberof group.MemberMatch
         * @instance
         */
        MemberMatch.prototype.replica = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MemberMatch node.
         * @member {number} node
         * @memberof group.MemberMatch
         * @instance
         */
        MemberMatch.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MemberMatch match.
         * @member {number} match
         * @memberof group.MemberMatch
         * @instance
         */
        MemberMatch.prototype.match = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * MemberMatch isStranded.
         * @member {boolean} isStranded
         * @memberof group.MemberMatch
         * @instance
         */
        MemberMatch.prototype.isStranded = false;

        /**
         * Creates a new MemberMatch instance using the specified properties.
         * @function create
         * @memberof group.MemberMatch
         * @static
         * @param {group.MemberMatch.$Properties=} [properties] Properties to set
         * @returns {group.MemberMatch} MemberMatch instance
         * @type {{
         *   (properties: group.MemberMatch.$Shape): group.MemberMatch & group.MemberMatch.$Shape;
         *   (properties?: group.MemberMatch.$Properties): group.MemberMatch;
         * }}
         */
        MemberMatch.create = function(properties) {
            return new MemberMatch(properties);
        };

        /**
         * Encodes the specified MemberMatch message. Does not implicitly {@link group.MemberMatch.verify|verify} messages.
         * @function encode
         * @memberof group.MemberMatch
         * @static
         * @param {group.MemberMatch.$Properties} message MemberMatch message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        MemberMatch.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && (typeof message.replica === "object" ? message.replica.low || message.replica.high : message.replica !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.replica);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.node);
            if (message.match != null && $Object.hasOwnProperty.call(message, "match") && (typeof message.match === "object" ? message.match.low || message.match.high : message.match !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.match);
            if (message.isStranded != null && $Object.hasOwnProperty.call(message, "isStranded") && message.isStranded !== false)
                writer.uint32(/* id 4, wireType 0 =*/32).bool(message.isStranded);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a MemberMatch message from the specified reader or buffer.
         * @function decode
         * @memberof group.MemberMatch
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.MemberMatch & group.MemberMatch.$Shape} MemberMatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        MemberMatch.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.MemberMatch();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.replica = value;
                        else
                            delete message.replica;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.match = value;
                        else
                            delete message.match;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isStranded = value;
                        else
                            delete message.isStranded;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return MemberMatch;
    })();

    group.Tick = (function() {

        /**
         * Properties of a Tick.
         * @typedef {Object} group.Tick.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Tick.
         * @memberof group
         * @interface ITick
         * @augments group.Tick.$Properties
         * @deprecated Use group.Tick.$Properties instead.
         */

        /**
         * Shape of a Tick.
         * @typedef {group.Tick.$Properties} group.Tick.$Shape
         */

        /**
         * Constructs a new Tick.
         * @memberof group
         * @classdesc Represents a Tick.
         * @constructor
         * @param {group.Tick.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Tick = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Tick instance using the specified properties.
         * @function create
         * @memberof group.Tick
         * @static
         * @param {group.Tick.$Properties=} [properties] Properties to set
         * @returns {group.Tick} Tick instance
         * @type {{
         *   (properties: group.Tick.$Shape): group.Tick & group.Tick.$Shape;
         *   (properties?: group.Tick.$Properties): group.Tick;
         * }}
         */
        Tick.create = function(properties) {
            return new Tick(properties);
        };

        /**
         * Encodes the specified Tick message. Does not implicitly {@link group.Tick.verify|verify} messages.
         * @function encode
         * @memberof group.Tick
         * @static
         * @param {group.Tick.$Properties} message Tick message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Tick.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Tick message from the specified reader or buffer.
         * @function decode
         * @memberof group.Tick
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {group.Tick & group.Tick.$Shape} Tick
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Tick.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.group.Tick();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Tick;
    })();

    return group;
})();

export const envelope = $root.envelope = (() => {

    /**
     * Namespace envelope.
     * @exports envelope
     * @namespace
     */
    const envelope = {};

    envelope.Address = (function() {

        /**
         * Properties of an Address.
         * @typedef {Object} envelope.Address.$Properties
         * @property {number|null} [node] Address node
         * @property {number|null} [kind] Address kind
         * @property {number|null} [instance] Address instance
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Address.
         * @memberof envelope
         * @interface IAddress
         * @augments envelope.Address.$Properties
         * @deprecated Use envelope.Address.$Properties instead.
         */

        /**
         * Shape of an Address.
         * @typedef {envelope.Address.$Properties} envelope.Address.$Shape
         */

        /**
         * Constructs a new Address.
         * @memberof envelope
         * @classdesc Represents an Address.
         * @constructor
         * @param {envelope.Address.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Address = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Address node.
         * @member {number} node
         * @memberof envelope.Address
         * @instance
         */
        Address.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Address kind.
         * @member {number} kind
         * @memberof envelope.Address
         * @instance
         */
        Address.prototype.kind = 0;

        /**
         * Address instance.
         * @member {number} instance
         * @memberof envelope.Address
         * @instance
         */
        Address.prototype.instance = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Address instance using the specified properties.
         * @function create
         * @memberof envelope.Address
         * @static
         * @param {envelope.Address.$Properties=} [properties] Properties to set
         * @returns {envelope.Address} Address instance
         * @type {{
         *   (properties: envelope.Address.$Shape): envelope.Address & envelope.Address.$Shape;
         *   (properties?: envelope.Address.$Properties): envelope.Address;
         * }}
         */
        Address.create = function(properties) {
            return new Address(properties);
        };

        /**
         * Encodes the specified Address message. Does not implicitly {@link envelope.Address.verify|verify} messages.
         * @function encode
         * @memberof envelope.Address
         * @static
         * @param {envelope.Address.$Properties} message Address message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Address.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.node);
            if (message.kind != null && $Object.hasOwnProperty.call(message, "kind") && message.kind !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).uint32(message.kind);
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && (typeof message.instance === "object" ? message.instance.low || message.instance.high : message.instance !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.instance);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Address message from the specified reader or buffer.
         * @function decode
         * @memberof envelope.Address
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {envelope.Address & envelope.Address.$Shape} Address
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Address.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.envelope.Address();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.kind = value;
                        else
                            delete message.kind;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Address;
    })();

    envelope.Envelope = (function() {

        /**
         * Properties of an Envelope.
         * @typedef {Object} envelope.Envelope.$Properties
         * @property {envelope.Address.$Properties|null} [to] Envelope to
         * @property {number|null} [toBoot] Envelope toBoot
         * @property {envelope.Address.$Properties|null} [from] Envelope from
         * @property {number|null} [fromBoot] Envelope fromBoot
         * @property {number|null} [ask] Envelope ask
         * @property {boolean|null} [isAnswer] Envelope isAnswer
         * @property {number|null} [message] Envelope message
         * @property {Uint8Array|null} [payload] Envelope payload
         * @property {envelope.Failure.$Properties|null} [failure] Envelope failure
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Envelope.
         * @memberof envelope
         * @interface IEnvelope
         * @augments envelope.Envelope.$Properties
         * @deprecated Use envelope.Envelope.$Properties instead.
         */

        /**
         * Shape of an Envelope.
         * @typedef {envelope.Envelope.$Properties} envelope.Envelope.$Shape
         */

        /**
         * Constructs a new Envelope.
         * @memberof envelope
         * @classdesc Represents an Envelope.
         * @constructor
         * @param {envelope.Envelope.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Envelope = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Envelope to.
         * @member {envelope.Address.$Properties|null|undefined} to
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.to = null;

        /**
         * Envelope toBoot.
         * @member {number} toBoot
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.toBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Envelope from.
         * @member {envelope.Address.$Properties|null|undefined} from
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.from = null;

        /**
         * Envelope fromBoot.
         * @member {number} fromBoot
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.fromBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Envelope ask.
         * @member {number} ask
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.ask = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Envelope isAnswer.
         * @member {boolean} isAnswer
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.isAnswer = false;

        /**
         * Envelope message.
         * @member {number} message
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.message = 0;

        /**
         * Envelope payload.
         * @member {Uint8Array} payload
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.payload = $util.newBuffer([]);

        /**
         * Envelope failure.
         * @member {envelope.Failure.$Properties|null|undefined} failure
         * @memberof envelope.Envelope
         * @instance
         */
        Envelope.prototype.failure = null;

        /**
         * Creates a new Envelope instance using the specified properties.
         * @function create
         * @memberof envelope.Envelope
         * @static
         * @param {envelope.Envelope.$Properties=} [properties] Properties to set
         * @returns {envelope.Envelope} Envelope instance
         * @type {{
         *   (properties: envelope.Envelope.$Shape): envelope.Envelope & envelope.Envelope.$Shape;
         *   (properties?: envelope.Envelope.$Properties): envelope.Envelope;
         * }}
         */
        Envelope.create = function(properties) {
            return new Envelope(properties);
        };

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link envelope.Envelope.verify|verify} messages.
         * @function encode
         * @memberof envelope.Envelope
         * @static
         * @param {envelope.Envelope.$Properties} message Envelope message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Envelope.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.to != null && $Object.hasOwnProperty.call(message, "to"))
                $root.envelope.Address.encode(message.to, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.toBoot != null && $Object.hasOwnProperty.call(message, "toBoot") && (typeof message.toBoot === "object" ? message.toBoot.low || message.toBoot.high : message.toBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.toBoot);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from"))
                $root.envelope.Address.encode(message.from, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.fromBoot != null && $Object.hasOwnProperty.call(message, "fromBoot") && (typeof message.fromBoot === "object" ? message.fromBoot.low || message.fromBoot.high : message.fromBoot !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.fromBoot);
            if (message.ask != null && $Object.hasOwnProperty.call(message, "ask") && (typeof message.ask === "object" ? message.ask.low || message.ask.high : message.ask !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.ask);
            if (message.isAnswer != null && $Object.hasOwnProperty.call(message, "isAnswer") && message.isAnswer !== false)
                writer.uint32(/* id 6, wireType 0 =*/48).bool(message.isAnswer);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== 0)
                writer.uint32(/* id 7, wireType 0 =*/56).uint32(message.message);
            if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                writer.uint32(/* id 8, wireType 2 =*/66).bytes(message.payload);
            if (message.failure != null && $Object.hasOwnProperty.call(message, "failure"))
                $root.envelope.Failure.encode(message.failure, writer.uint32(/* id 9, wireType 2 =*/74).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @function decode
         * @memberof envelope.Envelope
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {envelope.Envelope & envelope.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Envelope.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.envelope.Envelope();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.to = $root.envelope.Address.decode(reader, reader.size(), $undefined, _depth + 1, message.to);
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.toBoot = value;
                        else
                            delete message.toBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.from = $root.envelope.Address.decode(reader, reader.size(), $undefined, _depth + 1, message.from);
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.fromBoot = value;
                        else
                            delete message.fromBoot;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.ask = value;
                        else
                            delete message.ask;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isAnswer = value;
                        else
                            delete message.isAnswer;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.payload = value;
                        else
                            delete message.payload;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        message.failure = $root.envelope.Failure.decode(reader, reader.size(), $undefined, _depth + 1, message.failure);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Envelope;
    })();

    envelope.Failure = (function() {

        /**
         * Properties of a Failure.
         * @typedef {Object} envelope.Failure.$Properties
         * @property {string|null} [code] Failure code
         * @property {string|null} [message] Failure message
         * @property {string|null} [detailsJson] Failure detailsJson
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Failure.
         * @memberof envelope
         * @interface IFailure
         * @augments envelope.Failure.$Properties
         * @deprecated Use envelope.Failure.$Properties instead.
         */

        /**
         * Shape of a Failure.
         * @typedef {envelope.Failure.$Properties} envelope.Failure.$Shape
         */

        /**
         * Constructs a new Failure.
         * @memberof envelope
         * @classdesc Represents a Failure.
         * @constructor
         * @param {envelope.Failure.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Failure = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Failure code.
         * @member {string} code
         * @memberof envelope.Failure
         * @instance
         */
        Failure.prototype.code = "";

        /**
         * Failure message.
         * @member {string} message
         * @memberof envelope.Failure
         * @instance
         */
        Failure.prototype.message = "";

        /**
         * Failure detailsJson.
         * @member {string} detailsJson
         * @memberof envelope.Failure
         * @instance
         */
        Failure.prototype.detailsJson = "";

        /**
         * Creates a new Failure instance using the specified properties.
         * @function create
         * @memberof envelope.Failure
         * @static
         * @param {envelope.Failure.$Properties=} [properties] Properties to set
         * @returns {envelope.Failure} Failure instance
         * @type {{
         *   (properties: envelope.Failure.$Shape): envelope.Failure & envelope.Failure.$Shape;
         *   (properties?: envelope.Failure.$Properties): envelope.Failure;
         * }}
         */
        Failure.create = function(properties) {
            return new Failure(properties);
        };

        /**
         * Encodes the specified Failure message. Does not implicitly {@link envelope.Failure.verify|verify} messages.
         * @function encode
         * @memberof envelope.Failure
         * @static
         * @param {envelope.Failure.$Properties} message Failure message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Failure.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.code != null && $Object.hasOwnProperty.call(message, "code") && message.code !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.code);
            if (message.message != null && $Object.hasOwnProperty.call(message, "message") && message.message !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.message);
            if (message.detailsJson != null && $Object.hasOwnProperty.call(message, "detailsJson") && message.detailsJson !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.detailsJson);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Failure message from the specified reader or buffer.
         * @function decode
         * @memberof envelope.Failure
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {envelope.Failure & envelope.Failure.$Shape} Failure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Failure.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.envelope.Failure();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.code = value;
                        else
                            delete message.code;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.message = value;
                        else
                            delete message.message;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.detailsJson = value;
                        else
                            delete message.detailsJson;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Failure;
    })();

    return envelope;
})();

export const peer = $root.peer = (() => {

    /**
     * Namespace peer.
     * @exports peer
     * @namespace
     */
    const peer = {};

    peer.Hello = (function() {

        /**
         * Properties of a Hello.
         * @typedef {Object} peer.Hello.$Properties
         * @property {number|null} [protocol] Hello protocol
         * @property {string|null} [clusterId] Hello clusterId
         * @property {number|null} [node] Hello node
         * @property {number|null} [toNode] Hello toNode
         * @property {string|null} [volumeInstance] Hello volumeInstance
         * @property {number|null} [boot] Hello boot
         * @property {string|null} [nonce] Hello nonce
         * @property {string|null} [previousNonce] Hello previousNonce
         * @property {boolean|null} [isKnock] Hello isKnock
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Hello.
         * @memberof peer
         * @interface IHello
         * @augments peer.Hello.$Properties
         * @deprecated Use peer.Hello.$Properties instead.
         */

        /**
         * Shape of a Hello.
         * @typedef {peer.Hello.$Properties} peer.Hello.$Shape
         */

        /**
         * Constructs a new Hello.
         * @memberof peer
         * @classdesc Represents a Hello.
         * @constructor
         * @param {peer.Hello.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Hello = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Hello protocol.
         * @member {number} protocol
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.protocol = 0;

        /**
         * Hello clusterId.
         * @member {string} clusterId
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.clusterId = "";

        /**
         * Hello node.
         * @member {number} node
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Hello toNode.
         * @member {number} toNode
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.toNode = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Hello volumeInstance.
         * @member {string} volumeInstance
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.volumeInstance = "";

        /**
         * Hello boot.
         * @member {number} boot
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.boot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Hello nonce.
         * @member {string} nonce
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.nonce = "";

        /**
         * Hello previousNonce.
         * @member {string} previousNonce
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.previousNonce = "";

        /**
         * Hello isKnock.
         * @member {boolean} isKnock
         * @memberof peer.Hello
         * @instance
         */
        Hello.prototype.isKnock = false;

        /**
         * Creates a new Hello instance using the specified properties.
         * @function create
         * @memberof peer.Hello
         * @static
         * @param {peer.Hello.$Properties=} [properties] Properties to set
         * @returns {peer.Hello} Hello instance
         * @type {{
         *   (properties: peer.Hello.$Shape): peer.Hello & peer.Hello.$Shape;
         *   (properties?: peer.Hello.$Properties): peer.Hello;
         * }}
         */
        Hello.create = function(properties) {
            return new Hello(properties);
        };

        /**
         * Encodes the specified Hello message. Does not implicitly {@link peer.Hello.verify|verify} messages.
         * @function encode
         * @memberof peer.Hello
         * @static
         * @param {peer.Hello.$Properties} message Hello message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Hello.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.protocol != null && $Object.hasOwnProperty.call(message, "protocol") && message.protocol !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.protocol);
            if (message.clusterId != null && $Object.hasOwnProperty.call(message, "clusterId") && message.clusterId !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.clusterId);
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.node);
            if (message.toNode != null && $Object.hasOwnProperty.call(message, "toNode") && (typeof message.toNode === "object" ? message.toNode.low || message.toNode.high : message.toNode !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.toNode);
            if (message.volumeInstance != null && $Object.hasOwnProperty.call(message, "volumeInstance") && message.volumeInstance !== "")
                writer.uint32(/* id 5, wireType 2 =*/42).string(message.volumeInstance);
            if (message.boot != null && $Object.hasOwnProperty.call(message, "boot") && (typeof message.boot === "object" ? message.boot.low || message.boot.high : message.boot !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.boot);
            if (message.nonce != null && $Object.hasOwnProperty.call(message, "nonce") && message.nonce !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.nonce);
            if (message.previousNonce != null && $Object.hasOwnProperty.call(message, "previousNonce") && message.previousNonce !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.previousNonce);
            if (message.isKnock != null && $Object.hasOwnProperty.call(message, "isKnock") && message.isKnock !== false)
                writer.uint32(/* id 9, wireType 0 =*/72).bool(message.isKnock);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Hello
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Hello & peer.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Hello.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Hello();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.protocol = value;
                        else
                            delete message.protocol;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.clusterId = value;
                        else
                            delete message.clusterId;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.toNode = value;
                        else
                            delete message.toNode;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.volumeInstance = value;
                        else
                            delete message.volumeInstance;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.boot = value;
                        else
                            delete message.boot;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.nonce = value;
                        else
                            delete message.nonce;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.previousNonce = value;
                        else
                            delete message.previousNonce;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isKnock = value;
                        else
                            delete message.isKnock;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Hello;
    })();

    peer.Refusal = (function() {

        /**
         * Properties of a Refusal.
         * @typedef {Object} peer.Refusal.$Properties
         * @property {string|null} [errorCode] Refusal errorCode
         * @property {string|null} [errorMessage] Refusal errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Refusal.
         * @memberof peer
         * @interface IRefusal
         * @augments peer.Refusal.$Properties
         * @deprecated Use peer.Refusal.$Properties instead.
         */

        /**
         * Shape of a Refusal.
         * @typedef {peer.Refusal.$Properties} peer.Refusal.$Shape
         */

        /**
         * Constructs a new Refusal.
         * @memberof peer
         * @classdesc Represents a Refusal.
         * @constructor
         * @param {peer.Refusal.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Refusal = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Refusal errorCode.
         * @member {string} errorCode
         * @memberof peer.Refusal
         * @instance
         */
        Refusal.prototype.errorCode = "";

        /**
         * Refusal errorMessage.
         * @member {string} errorMessage
         * @memberof peer.Refusal
         * @instance
         */
        Refusal.prototype.errorMessage = "";

        /**
         * Creates a new Refusal instance using the specified properties.
         * @function create
         * @memberof peer.Refusal
         * @static
         * @param {peer.Refusal.$Properties=} [properties] Properties to set
         * @returns {peer.Refusal} Refusal instance
         * @type {{
         *   (properties: peer.Refusal.$Shape): peer.Refusal & peer.Refusal.$Shape;
         *   (properties?: peer.Refusal.$Properties): peer.Refusal;
         * }}
         */
        Refusal.create = function(properties) {
            return new Refusal(properties);
        };

        /**
         * Encodes the specified Refusal message. Does not implicitly {@link peer.Refusal.verify|verify} messages.
         * @function encode
         * @memberof peer.Refusal
         * @static
         * @param {peer.Refusal.$Properties} message Refusal message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Refusal.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Refusal message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Refusal
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Refusal & peer.Refusal.$Shape} Refusal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Refusal.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Refusal();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Refusal;
    })();

    peer.Addresses = (function() {

        /**
         * Properties of an Addresses.
         * @typedef {Object} peer.Addresses.$Properties
         * @property {string|null} [client] Addresses client
         * @property {string|null} [http] Addresses http
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Addresses.
         * @memberof peer
         * @interface IAddresses
         * @augments peer.Addresses.$Properties
         * @deprecated Use peer.Addresses.$Properties instead.
         */

        /**
         * Shape of an Addresses.
         * @typedef {peer.Addresses.$Properties} peer.Addresses.$Shape
         */

        /**
         * Constructs a new Addresses.
         * @memberof peer
         * @classdesc Represents an Addresses.
         * @constructor
         * @param {peer.Addresses.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Addresses = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Addresses client.
         * @member {string} client
         * @memberof peer.Addresses
         * @instance
         */
        Addresses.prototype.client = "";

        /**
         * Addresses http.
         * @member {string} http
         * @memberof peer.Addresses
         * @instance
         */
        Addresses.prototype.http = "";

        /**
         * Creates a new Addresses instance using the specified properties.
         * @function create
         * @memberof peer.Addresses
         * @static
         * @param {peer.Addresses.$Properties=} [properties] Properties to set
         * @returns {peer.Addresses} Addresses instance
         * @type {{
         *   (properties: peer.Addresses.$Shape): peer.Addresses & peer.Addresses.$Shape;
         *   (properties?: peer.Addresses.$Properties): peer.Addresses;
         * }}
         */
        Addresses.create = function(properties) {
            return new Addresses(properties);
        };

        /**
         * Encodes the specified Addresses message. Does not implicitly {@link peer.Addresses.verify|verify} messages.
         * @function encode
         * @memberof peer.Addresses
         * @static
         * @param {peer.Addresses.$Properties} message Addresses message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Addresses.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.client != null && $Object.hasOwnProperty.call(message, "client") && message.client !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.client);
            if (message.http != null && $Object.hasOwnProperty.call(message, "http") && message.http !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.http);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Addresses message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Addresses
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Addresses & peer.Addresses.$Shape} Addresses
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Addresses.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Addresses();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.client = value;
                        else
                            delete message.client;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.http = value;
                        else
                            delete message.http;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Addresses;
    })();

    peer.Beat = (function() {

        /**
         * Properties of a Beat.
         * @typedef {Object} peer.Beat.$Properties
         * @property {number|null} [group] Beat group
         * @property {number|null} [to] Beat to
         * @property {number|null} [from] Beat from
         * @property {number|null} [term] Beat term
         * @property {number|null} [commit] Beat commit
         * @property {number|null} [matchAll] Beat matchAll
         * @property {boolean|null} [isAnswer] Beat isAnswer
         * @property {number|null} [clockMs] Beat clockMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Beat.
         * @memberof peer
         * @interface IBeat
         * @augments peer.Beat.$Properties
         * @deprecated Use peer.Beat.$Properties instead.
         */

        /**
         * Shape of a Beat.
         * @typedef {peer.Beat.$Properties} peer.Beat.$Shape
         */

        /**
         * Constructs a new Beat.
         * @memberof peer
         * @classdesc Represents a Beat.
         * @constructor
         * @param {peer.Beat.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Beat = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Beat group.
         * @member {number} group
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat to.
         * @member {number} to
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat from.
         * @member {number} from
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat term.
         * @member {number} term
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat commit.
         * @member {number} commit
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.commit = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat matchAll.
         * @member {number} matchAll
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.matchAll = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Beat isAnswer.
         * @member {boolean} isAnswer
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.isAnswer = false;

        /**
         * Beat clockMs.
         * @member {number} clockMs
         * @memberof peer.Beat
         * @instance
         */
        Beat.prototype.clockMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Beat instance using the specified properties.
         * @function create
         * @memberof peer.Beat
         * @static
         * @param {peer.Beat.$Properties=} [properties] Properties to set
         * @returns {peer.Beat} Beat instance
         * @type {{
         *   (properties: peer.Beat.$Shape): peer.Beat & peer.Beat.$Shape;
         *   (properties?: peer.Beat.$Properties): peer.Beat;
         * }}
         */
        Beat.create = function(properties) {
            return new Beat(properties);
        };

        /**
         * Encodes the specified Beat message. Does not implicitly {@link peer.Beat.verify|verify} messages.
         * @function encode
         * @memberof peer.Beat
         * @static
         * @param {peer.Beat.$Properties} message Beat message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Beat.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.to);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.from);
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.term);
            if (message.commit != null && $Object.hasOwnProperty.call(message, "commit") && (typeof message.commit === "object" ? message.commit.low || message.commit.high : message.commit !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.commit);
            if (message.matchAll != null && $Object.hasOwnProperty.call(message, "matchAll") && (typeof message.matchAll === "object" ? message.matchAll.low || message.matchAll.high : message.matchAll !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.matchAll);
            if (message.isAnswer != null && $Object.hasOwnProperty.call(message, "isAnswer") && message.isAnswer !== false)
                writer.uint32(/* id 7, wireType 0 =*/56).bool(message.isAnswer);
            if (message.clockMs != null && $Object.hasOwnProperty.call(message, "clockMs") && (typeof message.clockMs === "object" ? message.clockMs.low || message.clockMs.high : message.clockMs !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.clockMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Beat message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Beat
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Beat & peer.Beat.$Shape} Beat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Beat.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Beat();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.commit = value;
                        else
                            delete message.commit;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.matchAll = value;
                        else
                            delete message.matchAll;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isAnswer = value;
                        else
                            delete message.isAnswer;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.clockMs = value;
                        else
                            delete message.clockMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Beat;
    })();

    peer.Frame = (function() {

        /**
         * Properties of a Frame.
         * @typedef {Object} peer.Frame.$Properties
         * @property {peer.Hello.$Properties|null} [hello] Frame hello
         * @property {peer.Refusal.$Properties|null} [refusal] Frame refusal
         * @property {peer.Addresses.$Properties|null} [addresses] Frame addresses
         * @property {Array.<peer.Beat.$Properties>|null} [beats] Frame beats
         * @property {Uint8Array|null} [envelopes] Frame envelopes
         * @property {number|null} [ping] Frame ping
         * @property {number|null} [pong] Frame pong
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Frame.
         * @memberof peer
         * @interface IFrame
         * @augments peer.Frame.$Properties
         * @deprecated Use peer.Frame.$Properties instead.
         */

        /**
         * Shape of a Frame.
         * @typedef {peer.Frame.$Properties} peer.Frame.$Shape
         */

        /**
         * Constructs a new Frame.
         * @memberof peer
         * @classdesc Represents a Frame.
         * @constructor
         * @param {peer.Frame.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Frame = function (properties) {
            this.beats = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Frame hello.
         * @member {peer.Hello.$Properties|null|undefined} hello
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.hello = null;

        /**
         * Frame refusal.
         * @member {peer.Refusal.$Properties|null|undefined} refusal
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.refusal = null;

        /**
         * Frame addresses.
         * @member {peer.Addresses.$Properties|null|undefined} addresses
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.addresses = null;

        /**
         * Frame beats.
         * @member {Array.<peer.Beat.$Properties>} beats
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.beats = $util.emptyArray;

        /**
         * Frame envelopes.
         * @member {Uint8Array} envelopes
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.envelopes = $util.newBuffer([]);

        /**
         * Frame ping.
         * @member {number} ping
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.ping = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Frame pong.
         * @member {number} pong
         * @memberof peer.Frame
         * @instance
         */
        Frame.prototype.pong = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Frame instance using the specified properties.
         * @function create
         * @memberof peer.Frame
         * @static
         * @param {peer.Frame.$Properties=} [properties] Properties to set
         * @returns {peer.Frame} Frame instance
         * @type {{
         *   (properties: peer.Frame.$Shape): peer.Frame & peer.Frame.$Shape;
         *   (properties?: peer.Frame.$Properties): peer.Frame;
         * }}
         */
        Frame.create = function(properties) {
            return new Frame(properties);
        };

        /**
         * Encodes the specified Frame message. Does not implicitly {@link peer.Frame.verify|verify} messages.
         * @function encode
         * @memberof peer.Frame
         * @static
         * @param {peer.Frame.$Properties} message Frame message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Frame.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                $root.peer.Hello.encode(message.hello, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.refusal != null && $Object.hasOwnProperty.call(message, "refusal"))
                $root.peer.Refusal.encode(message.refusal, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses"))
                $root.peer.Addresses.encode(message.addresses, writer.uint32(/* id 3, wireType 2 =*/26).fork(), _depth + 1).ldelim();
            if (message.beats != null && message.beats.length)
                for (let i = 0; i < message.beats.length; ++i)
                    $root.peer.Beat.encode(message.beats[i], writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.envelopes != null && $Object.hasOwnProperty.call(message, "envelopes") && message.envelopes.length)
                writer.uint32(/* id 5, wireType 2 =*/42).bytes(message.envelopes);
            if (message.ping != null && $Object.hasOwnProperty.call(message, "ping") && (typeof message.ping === "object" ? message.ping.low || message.ping.high : message.ping !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.ping);
            if (message.pong != null && $Object.hasOwnProperty.call(message, "pong") && (typeof message.pong === "object" ? message.pong.low || message.pong.high : message.pong !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.pong);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Frame message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Frame
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Frame & peer.Frame.$Shape} Frame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Frame.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Frame();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.hello = $root.peer.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.refusal = $root.peer.Refusal.decode(reader, reader.size(), $undefined, _depth + 1, message.refusal);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        message.addresses = $root.peer.Addresses.decode(reader, reader.size(), $undefined, _depth + 1, message.addresses);
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if (!(message.beats && message.beats.length))
                            message.beats = [];
                        message.beats.push($root.peer.Beat.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.envelopes = value;
                        else
                            delete message.envelopes;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.ping = value;
                        else
                            delete message.ping;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.pong = value;
                        else
                            delete message.pong;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Frame;
    })();

    peer.Attached = (function() {

        /**
         * Properties of an Attached.
         * @typedef {Object} peer.Attached.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Attached.
         * @memberof peer
         * @interface IAttached
         * @augments peer.Attached.$Properties
         * @deprecated Use peer.Attached.$Properties instead.
         */

        /**
         * Shape of an Attached.
         * @typedef {peer.Attached.$Properties} peer.Attached.$Shape
         */

        /**
         * Constructs a new Attached.
         * @memberof peer
         * @classdesc Represents an Attached.
         * @constructor
         * @param {peer.Attached.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Attached = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Attached instance using the specified properties.
         * @function create
         * @memberof peer.Attached
         * @static
         * @param {peer.Attached.$Properties=} [properties] Properties to set
         * @returns {peer.Attached} Attached instance
         * @type {{
         *   (properties: peer.Attached.$Shape): peer.Attached & peer.Attached.$Shape;
         *   (properties?: peer.Attached.$Properties): peer.Attached;
         * }}
         */
        Attached.create = function(properties) {
            return new Attached(properties);
        };

        /**
         * Encodes the specified Attached message. Does not implicitly {@link peer.Attached.verify|verify} messages.
         * @function encode
         * @memberof peer.Attached
         * @static
         * @param {peer.Attached.$Properties} message Attached message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Attached.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Attached message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Attached
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Attached & peer.Attached.$Shape} Attached
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Attached.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Attached();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Attached;
    })();

    peer.Dial = (function() {

        /**
         * Properties of a Dial.
         * @typedef {Object} peer.Dial.$Properties
         * @property {number|null} [token] Dial token
         * @property {string|null} [host] Dial host
         * @property {number|null} [port] Dial port
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Dial.
         * @memberof peer
         * @interface IDial
         * @augments peer.Dial.$Properties
         * @deprecated Use peer.Dial.$Properties instead.
         */

        /**
         * Shape of a Dial.
         * @typedef {peer.Dial.$Properties} peer.Dial.$Shape
         */

        /**
         * Constructs a new Dial.
         * @memberof peer
         * @classdesc Represents a Dial.
         * @constructor
         * @param {peer.Dial.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Dial = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Dial token.
         * @member {number} token
         * @memberof peer.Dial
         * @instance
         */
        Dial.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Dial host.
         * @member {string} host
         * @memberof peer.Dial
         * @instance
         */
        Dial.prototype.host = "";

        /**
         * Dial port.
         * @member {number} port
         * @memberof peer.Dial
         * @instance
         */
        Dial.prototype.port = 0;

        /**
         * Creates a new Dial instance using the specified properties.
         * @function create
         * @memberof peer.Dial
         * @static
         * @param {peer.Dial.$Properties=} [properties] Properties to set
         * @returns {peer.Dial} Dial instance
         * @type {{
         *   (properties: peer.Dial.$Shape): peer.Dial & peer.Dial.$Shape;
         *   (properties?: peer.Dial.$Properties): peer.Dial;
         * }}
         */
        Dial.create = function(properties) {
            return new Dial(properties);
        };

        /**
         * Encodes the specified Dial message. Does not implicitly {@link peer.Dial.verify|verify} messages.
         * @function encode
         * @memberof peer.Dial
         * @static
         * @param {peer.Dial.$Properties} message Dial message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Dial.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.token);
            if (message.host != null && $Object.hasOwnProperty.call(message, "host") && message.host !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.host);
            if (message.port != null && $Object.hasOwnProperty.call(message, "port") && message.port !== 0)
                writer.uint32(/* id 3, wireType 0 =*/24).uint32(message.port);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Dial message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Dial
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Dial & peer.Dial.$Shape} Dial
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Dial.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Dial();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.host = value;
                        else
                            delete message.host;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.port = value;
                        else
                            delete message.port;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Dial;
    })();

    peer.Dialed = (function() {

        /**
         * Properties of a Dialed.
         * @typedef {Object} peer.Dialed.$Properties
         * @property {number|null} [token] Dialed token
         * @property {number|null} [connection] Dialed connection
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Dialed.
         * @memberof peer
         * @interface IDialed
         * @augments peer.Dialed.$Properties
         * @deprecated Use peer.Dialed.$Properties instead.
         */

        /**
         * Shape of a Dialed.
         * @typedef {peer.Dialed.$Properties} peer.Dialed.$Shape
         */

        /**
         * Constructs a new Dialed.
         * @memberof peer
         * @classdesc Represents a Dialed.
         * @constructor
         * @param {peer.Dialed.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Dialed = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Dialed token.
         * @member {number} token
         * @memberof peer.Dialed
         * @instance
         */
        Dialed.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Dialed connection.
         * @member {number} connection
         * @memberof peer.Dialed
         * @instance
         */
        Dialed.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Dialed instance using the specified properties.
         * @function create
         * @memberof peer.Dialed
         * @static
         * @param {peer.Dialed.$Properties=} [properties] Properties to set
         * @returns {peer.Dialed} Dialed instance
         * @type {{
         *   (properties: peer.Dialed.$Shape): peer.Dialed & peer.Dialed.$Shape;
         *   (properties?: peer.Dialed.$Properties): peer.Dialed;
         * }}
         */
        Dialed.create = function(properties) {
            return new Dialed(properties);
        };

        /**
         * Encodes the specified Dialed message. Does not implicitly {@link peer.Dialed.verify|verify} messages.
         * @function encode
         * @memberof peer.Dialed
         * @static
         * @param {peer.Dialed.$Properties} message Dialed message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Dialed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.token);
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.connection);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Dialed message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Dialed
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Dialed & peer.Dialed.$Shape} Dialed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Dialed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Dialed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Dialed;
    })();

    peer.DialFailed = (function() {

        /**
         * Properties of a DialFailed.
         * @typedef {Object} peer.DialFailed.$Properties
         * @property {number|null} [token] DialFailed token
         * @property {boolean|null} [isRefused] DialFailed isRefused
         * @property {string|null} [reason] DialFailed reason
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a DialFailed.
         * @memberof peer
         * @interface IDialFailed
         * @augments peer.DialFailed.$Properties
         * @deprecated Use peer.DialFailed.$Properties instead.
         */

        /**
         * Shape of a DialFailed.
         * @typedef {peer.DialFailed.$Properties} peer.DialFailed.$Shape
         */

        /**
         * Constructs a new DialFailed.
         * @memberof peer
         * @classdesc Represents a DialFailed.
         * @constructor
         * @param {peer.DialFailed.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const DialFailed = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * DialFailed token.
         * @member {number} token
         * @memberof peer.DialFailed
         * @instance
         */
        DialFailed.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * DialFailed isRefused.
         * @member {boolean} isRefused
         * @memberof peer.DialFailed
         * @instance
         */
        DialFailed.prototype.isRefused = false;

        /**
         * DialFailed reason.
         * @member {string} reason
         * @memberof peer.DialFailed
         * @instance
         */
        DialFailed.prototype.reason = "";

        /**
         * Creates a new DialFailed instance using the specified properties.
         * @function create
         * @memberof peer.DialFailed
         * @static
         * @param {peer.DialFailed.$Properties=} [properties] Properties to set
         * @returns {peer.DialFailed} DialFailed instance
         * @type {{
         *   (properties: peer.DialFailed.$Shape): peer.DialFailed & peer.DialFailed.$Shape;
         *   (properties?: peer.DialFailed.$Properties): peer.DialFailed;
         * }}
         */
        DialFailed.create = function(properties) {
            return new DialFailed(properties);
        };

        /**
         * Encodes the specified DialFailed message. Does not implicitly {@link peer.DialFailed.verify|verify} messages.
         * @function encode
         * @memberof peer.DialFailed
         * @static
         * @param {peer.DialFailed.$Properties} message DialFailed message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        DialFailed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.token);
            if (message.isRefused != null && $Object.hasOwnProperty.call(message, "isRefused") && message.isRefused !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isRefused);
            if (message.reason != null && $Object.hasOwnProperty.call(message, "reason") && message.reason !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.reason);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a DialFailed message from the specified reader or buffer.
         * @function decode
         * @memberof peer.DialFailed
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.DialFailed & peer.DialFailed.$Shape} DialFailed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        DialFailed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.DialFailed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isRefused = value;
                        else
                            delete message.isRefused;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.reason = value;
                        else
                            delete message.reason;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return DialFailed;
    })();

    peer.Knocked = (function() {

        /**
         * Properties of a Knocked.
         * @typedef {Object} peer.Knocked.$Properties
         * @property {number|null} [connection] Knocked connection
         * @property {Uint8Array|null} [payload] Knocked payload
         * @property {string|null} [remote] Knocked remote
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Knocked.
         * @memberof peer
         * @interface IKnocked
         * @augments peer.Knocked.$Properties
         * @deprecated Use peer.Knocked.$Properties instead.
         */

        /**
         * Shape of a Knocked.
         * @typedef {peer.Knocked.$Properties} peer.Knocked.$Shape
         */

        /**
         * Constructs a new Knocked.
         * @memberof peer
         * @classdesc Represents a Knocked.
         * @constructor
         * @param {peer.Knocked.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Knocked = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Knocked connection.
         * @member {number} connection
         * @memberof peer.Knocked
         * @instance
         */
        Knocked.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Knocked payload.
         * @member {Uint8Array} payload
         * @memberof peer.Knocked
         * @instance
         */
        Knocked.prototype.payload = $util.newBuffer([]);

        /**
         * Knocked remote.
         * @member {string} remote
         * @memberof peer.Knocked
         * @instance
         */
        Knocked.prototype.remote = "";

        /**
         * Creates a new Knocked instance using the specified properties.
         * @function create
         * @memberof peer.Knocked
         * @static
         * @param {peer.Knocked.$Properties=} [properties] Properties to set
         * @returns {peer.Knocked} Knocked instance
         * @type {{
         *   (properties: peer.Knocked.$Shape): peer.Knocked & peer.Knocked.$Shape;
         *   (properties?: peer.Knocked.$Properties): peer.Knocked;
         * }}
         */
        Knocked.create = function(properties) {
            return new Knocked(properties);
        };

        /**
         * Encodes the specified Knocked message. Does not implicitly {@link peer.Knocked.verify|verify} messages.
         * @function encode
         * @memberof peer.Knocked
         * @static
         * @param {peer.Knocked.$Properties} message Knocked message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Knocked.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.payload != null && $Object.hasOwnProperty.call(message, "payload") && message.payload.length)
                writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.payload);
            if (message.remote != null && $Object.hasOwnProperty.call(message, "remote") && message.remote !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.remote);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Knocked message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Knocked
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Knocked & peer.Knocked.$Shape} Knocked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Knocked.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Knocked();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.bytes()).length)
                            message.payload = value;
                        else
                            delete message.payload;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.remote = value;
                        else
                            delete message.remote;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Knocked;
    })();

    peer.Admit = (function() {

        /**
         * Properties of an Admit.
         * @typedef {Object} peer.Admit.$Properties
         * @property {number|null} [connection] Admit connection
         * @property {peer.Hello.$Properties|null} [hello] Admit hello
         * @property {string|null} [remote] Admit remote
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Admit.
         * @memberof peer
         * @interface IAdmit
         * @augments peer.Admit.$Properties
         * @deprecated Use peer.Admit.$Properties instead.
         */

        /**
         * Shape of an Admit.
         * @typedef {peer.Admit.$Properties} peer.Admit.$Shape
         */

        /**
         * Constructs a new Admit.
         * @memberof peer
         * @classdesc Represents an Admit.
         * @constructor
         * @param {peer.Admit.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Admit = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Admit connection.
         * @member {number} connection
         * @memberof peer.Admit
         * @instance
         */
        Admit.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Admit hello.
         * @member {peer.Hello.$Properties|null|undefined} hello
         * @memberof peer.Admit
         * @instance
         */
        Admit.prototype.hello = null;

        /**
         * Admit remote.
         * @member {string} remote
         * @memberof peer.Admit
         * @instance
         */
        Admit.prototype.remote = "";

        /**
         * Creates a new Admit instance using the specified properties.
         * @function create
         * @memberof peer.Admit
         * @static
         * @param {peer.Admit.$Properties=} [properties] Properties to set
         * @returns {peer.Admit} Admit instance
         * @type {{
         *   (properties: peer.Admit.$Shape): peer.Admit & peer.Admit.$Shape;
         *   (properties?: peer.Admit.$Properties): peer.Admit;
         * }}
         */
        Admit.create = function(properties) {
            return new Admit(properties);
        };

        /**
         * Encodes the specified Admit message. Does not implicitly {@link peer.Admit.verify|verify} messages.
         * @function encode
         * @memberof peer.Admit
         * @static
         * @param {peer.Admit.$Properties} message Admit message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Admit.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.hello != null && $Object.hasOwnProperty.call(message, "hello"))
                $root.peer.Hello.encode(message.hello, writer.uint32(/* id 2, wireType 2 =*/18).fork(), _depth + 1).ldelim();
            if (message.remote != null && $Object.hasOwnProperty.call(message, "remote") && message.remote !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.remote);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Admit message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Admit
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Admit & peer.Admit.$Shape} Admit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Admit.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Admit();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        message.hello = $root.peer.Hello.decode(reader, reader.size(), $undefined, _depth + 1, message.hello);
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.remote = value;
                        else
                            delete message.remote;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Admit;
    })();

    peer.Own = (function() {

        /**
         * Properties of an Own.
         * @typedef {Object} peer.Own.$Properties
         * @property {number|null} [connection] Own connection
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Own.
         * @memberof peer
         * @interface IOwn
         * @augments peer.Own.$Properties
         * @deprecated Use peer.Own.$Properties instead.
         */

        /**
         * Shape of an Own.
         * @typedef {peer.Own.$Properties} peer.Own.$Shape
         */

        /**
         * Constructs a new Own.
         * @memberof peer
         * @classdesc Represents an Own.
         * @constructor
         * @param {peer.Own.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Own = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Own connection.
         * @member {number} connection
         * @memberof peer.Own
         * @instance
         */
        Own.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Own instance using the specified properties.
         * @function create
         * @memberof peer.Own
         * @static
         * @param {peer.Own.$Properties=} [properties] Properties to set
         * @returns {peer.Own} Own instance
         * @type {{
         *   (properties: peer.Own.$Shape): peer.Own & peer.Own.$Shape;
         *   (properties?: peer.Own.$Properties): peer.Own;
         * }}
         */
        Own.create = function(properties) {
            return new Own(properties);
        };

        /**
         * Encodes the specified Own message. Does not implicitly {@link peer.Own.verify|verify} messages.
         * @function encode
         * @memberof peer.Own
         * @static
         * @param {peer.Own.$Properties} message Own message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Own.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Own message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Own
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Own & peer.Own.$Shape} Own
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Own.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Own();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Own;
    })();

    peer.Write = (function() {

        /**
         * Properties of a Write.
         * @typedef {Object} peer.Write.$Properties
         * @property {number|null} [connection] Write connection
         * @property {Array.<Uint8Array>|null} [payloads] Write payloads
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Write.
         * @memberof peer
         * @interface IWrite
         * @augments peer.Write.$Properties
         * @deprecated Use peer.Write.$Properties instead.
         */

        /**
         * Shape of a Write.
         * @typedef {peer.Write.$Properties} peer.Write.$Shape
         */

        /**
         * Constructs a new Write.
         * @memberof peer
         * @classdesc Represents a Write.
         * @constructor
         * @param {peer.Write.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Write = function (properties) {
            this.payloads = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Write connection.
         * @member {number} connection
         * @memberof peer.Write
         * @instance
         */
        Write.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Write payloads.
         * @member {Array.<Uint8Array>} payloads
         * @memberof peer.Write
         * @instance
         */
        Write.prototype.payloads = $util.emptyArray;

        /**
         * Creates a new Write instance using the specified properties.
         * @function create
         * @memberof peer.Write
         * @static
         * @param {peer.Write.$Properties=} [properties] Properties to set
         * @returns {peer.Write} Write instance
         * @type {{
         *   (properties: peer.Write.$Shape): peer.Write & peer.Write.$Shape;
         *   (properties?: peer.Write.$Properties): peer.Write;
         * }}
         */
        Write.create = function(properties) {
            return new Write(properties);
        };

        /**
         * Encodes the specified Write message. Does not implicitly {@link peer.Write.verify|verify} messages.
         * @function encode
         * @memberof peer.Write
         * @static
         * @param {peer.Write.$Properties} message Write message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Write.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.payloads != null && message.payloads.length)
                for (let i = 0; i < message.payloads.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.payloads[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Write message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Write
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Write & peer.Write.$Shape} Write
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Write.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Write();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.payloads && message.payloads.length))
                            message.payloads = [];
                        message.payloads.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Write;
    })();

    peer.Close = (function() {

        /**
         * Properties of a Close.
         * @typedef {Object} peer.Close.$Properties
         * @property {number|null} [connection] Close connection
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Close.
         * @memberof peer
         * @interface IClose
         * @augments peer.Close.$Properties
         * @deprecated Use peer.Close.$Properties instead.
         */

        /**
         * Shape of a Close.
         * @typedef {peer.Close.$Properties} peer.Close.$Shape
         */

        /**
         * Constructs a new Close.
         * @memberof peer
         * @classdesc Represents a Close.
         * @constructor
         * @param {peer.Close.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Close = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Close connection.
         * @member {number} connection
         * @memberof peer.Close
         * @instance
         */
        Close.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Close instance using the specified properties.
         * @function create
         * @memberof peer.Close
         * @static
         * @param {peer.Close.$Properties=} [properties] Properties to set
         * @returns {peer.Close} Close instance
         * @type {{
         *   (properties: peer.Close.$Shape): peer.Close & peer.Close.$Shape;
         *   (properties?: peer.Close.$Properties): peer.Close;
         * }}
         */
        Close.create = function(properties) {
            return new Close(properties);
        };

        /**
         * Encodes the specified Close message. Does not implicitly {@link peer.Close.verify|verify} messages.
         * @function encode
         * @memberof peer.Close
         * @static
         * @param {peer.Close.$Properties} message Close message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Close.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Close message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Close
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Close & peer.Close.$Shape} Close
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Close.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Close();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Close;
    })();

    peer.Received = (function() {

        /**
         * Properties of a Received.
         * @typedef {Object} peer.Received.$Properties
         * @property {number|null} [connection] Received connection
         * @property {Array.<Uint8Array>|null} [payloads] Received payloads
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Received.
         * @memberof peer
         * @interface IReceived
         * @augments peer.Received.$Properties
         * @deprecated Use peer.Received.$Properties instead.
         */

        /**
         * Shape of a Received.
         * @typedef {peer.Received.$Properties} peer.Received.$Shape
         */

        /**
         * Constructs a new Received.
         * @memberof peer
         * @classdesc Represents a Received.
         * @constructor
         * @param {peer.Received.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Received = function (properties) {
            this.payloads = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Received connection.
         * @member {number} connection
         * @memberof peer.Received
         * @instance
         */
        Received.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Received payloads.
         * @member {Array.<Uint8Array>} payloads
         * @memberof peer.Received
         * @instance
         */
        Received.prototype.payloads = $util.emptyArray;

        /**
         * Creates a new Received instance using the specified properties.
         * @function create
         * @memberof peer.Received
         * @static
         * @param {peer.Received.$Properties=} [properties] Properties to set
         * @returns {peer.Received} Received instance
         * @type {{
         *   (properties: peer.Received.$Shape): peer.Received & peer.Received.$Shape;
         *   (properties?: peer.Received.$Properties): peer.Received;
         * }}
         */
        Received.create = function(properties) {
            return new Received(properties);
        };

        /**
         * Encodes the specified Received message. Does not implicitly {@link peer.Received.verify|verify} messages.
         * @function encode
         * @memberof peer.Received
         * @static
         * @param {peer.Received.$Properties} message Received message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Received.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.payloads != null && message.payloads.length)
                for (let i = 0; i < message.payloads.length; ++i)
                    writer.uint32(/* id 2, wireType 2 =*/18).bytes(message.payloads[i]);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Received message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Received
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Received & peer.Received.$Shape} Received
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Received.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Received();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if (!(message.payloads && message.payloads.length))
                            message.payloads = [];
                        message.payloads.push(reader.bytes());
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Received;
    })();

    peer.Flow = (function() {

        /**
         * Properties of a Flow.
         * @typedef {Object} peer.Flow.$Properties
         * @property {number|null} [connection] Flow connection
         * @property {boolean|null} [isCongested] Flow isCongested
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Flow.
         * @memberof peer
         * @interface IFlow
         * @augments peer.Flow.$Properties
         * @deprecated Use peer.Flow.$Properties instead.
         */

        /**
         * Shape of a Flow.
         * @typedef {peer.Flow.$Properties} peer.Flow.$Shape
         */

        /**
         * Constructs a new Flow.
         * @memberof peer
         * @classdesc Represents a Flow.
         * @constructor
         * @param {peer.Flow.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Flow = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Flow connection.
         * @member {number} connection
         * @memberof peer.Flow
         * @instance
         */
        Flow.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Flow isCongested.
         * @member {boolean} isCongested
         * @memberof peer.Flow
         * @instance
         */
        Flow.prototype.isCongested = false;

        /**
         * Creates a new Flow instance using the specified properties.
         * @function create
         * @memberof peer.Flow
         * @static
         * @param {peer.Flow.$Properties=} [properties] Properties to set
         * @returns {peer.Flow} Flow instance
         * @type {{
         *   (properties: peer.Flow.$Shape): peer.Flow & peer.Flow.$Shape;
         *   (properties?: peer.Flow.$Properties): peer.Flow;
         * }}
         */
        Flow.create = function(properties) {
            return new Flow(properties);
        };

        /**
         * Encodes the specified Flow message. Does not implicitly {@link peer.Flow.verify|verify} messages.
         * @function encode
         * @memberof peer.Flow
         * @static
         * @param {peer.Flow.$Properties} message Flow message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Flow.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.isCongested != null && $Object.hasOwnProperty.call(message, "isCongested") && message.isCongested !== false)
                writer.uint32(/* id 2, wireType 0 =*/16).bool(message.isCongested);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Flow message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Flow
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Flow & peer.Flow.$Shape} Flow
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Flow.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Flow();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.bool())
                            message.isCongested = value;
                        else
                            delete message.isCongested;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Flow;
    })();

    peer.Closed = (function() {

        /**
         * Properties of a Closed.
         * @typedef {Object} peer.Closed.$Properties
         * @property {number|null} [connection] Closed connection
         * @property {string|null} [errorCode] Closed errorCode
         * @property {string|null} [errorMessage] Closed errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Closed.
         * @memberof peer
         * @interface IClosed
         * @augments peer.Closed.$Properties
         * @deprecated Use peer.Closed.$Properties instead.
         */

        /**
         * Shape of a Closed.
         * @typedef {peer.Closed.$Properties} peer.Closed.$Shape
         */

        /**
         * Constructs a new Closed.
         * @memberof peer
         * @classdesc Represents a Closed.
         * @constructor
         * @param {peer.Closed.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Closed = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Closed connection.
         * @member {number} connection
         * @memberof peer.Closed
         * @instance
         */
        Closed.prototype.connection = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Closed errorCode.
         * @member {string} errorCode
         * @memberof peer.Closed
         * @instance
         */
        Closed.prototype.errorCode = "";

        /**
         * Closed errorMessage.
         * @member {string} errorMessage
         * @memberof peer.Closed
         * @instance
         */
        Closed.prototype.errorMessage = "";

        /**
         * Creates a new Closed instance using the specified properties.
         * @function create
         * @memberof peer.Closed
         * @static
         * @param {peer.Closed.$Properties=} [properties] Properties to set
         * @returns {peer.Closed} Closed instance
         * @type {{
         *   (properties: peer.Closed.$Shape): peer.Closed & peer.Closed.$Shape;
         *   (properties?: peer.Closed.$Properties): peer.Closed;
         * }}
         */
        Closed.create = function(properties) {
            return new Closed(properties);
        };

        /**
         * Encodes the specified Closed message. Does not implicitly {@link peer.Closed.verify|verify} messages.
         * @function encode
         * @memberof peer.Closed
         * @static
         * @param {peer.Closed.$Properties} message Closed message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Closed.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.connection != null && $Object.hasOwnProperty.call(message, "connection") && (typeof message.connection === "object" ? message.connection.low || message.connection.high : message.connection !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.connection);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 2, wireType 2 =*/18).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Closed message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Closed
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Closed & peer.Closed.$Shape} Closed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Closed.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Closed();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connection = value;
                        else
                            delete message.connection;
                        continue;
                    }
                case 2: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Closed;
    })();

    peer.Follow = (function() {

        /**
         * Properties of a Follow.
         * @typedef {Object} peer.Follow.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Follow.
         * @memberof peer
         * @interface IFollow
         * @augments peer.Follow.$Properties
         * @deprecated Use peer.Follow.$Properties instead.
         */

        /**
         * Shape of a Follow.
         * @typedef {peer.Follow.$Properties} peer.Follow.$Shape
         */

        /**
         * Constructs a new Follow.
         * @memberof peer
         * @classdesc Represents a Follow.
         * @constructor
         * @param {peer.Follow.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Follow = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Follow instance using the specified properties.
         * @function create
         * @memberof peer.Follow
         * @static
         * @param {peer.Follow.$Properties=} [properties] Properties to set
         * @returns {peer.Follow} Follow instance
         * @type {{
         *   (properties: peer.Follow.$Shape): peer.Follow & peer.Follow.$Shape;
         *   (properties?: peer.Follow.$Properties): peer.Follow;
         * }}
         */
        Follow.create = function(properties) {
            return new Follow(properties);
        };

        /**
         * Encodes the specified Follow message. Does not implicitly {@link peer.Follow.verify|verify} messages.
         * @function encode
         * @memberof peer.Follow
         * @static
         * @param {peer.Follow.$Properties} message Follow message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Follow.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Follow message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Follow
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Follow & peer.Follow.$Shape} Follow
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Follow.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Follow();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Follow;
    })();

    /**
     * Presence enum.
     * @name peer.Presence
     * @enum {number}
     * @property {number} UNKNOWN=0 UNKNOWN value
     * @property {number} CONNECTED=1 CONNECTED value
     * @property {number} LOST=2 LOST value
     * @property {number} GONE=3 GONE value
     */
    peer.Presence = (function() {
        const valuesById = $Object.create(null), values = $Object.create(valuesById);
        values[valuesById[0] = "UNKNOWN"] = 0;
        values[valuesById[1] = "CONNECTED"] = 1;
        values[valuesById[2] = "LOST"] = 2;
        values[valuesById[3] = "GONE"] = 3;
        return values;
    })();

    peer.PeerState = (function() {

        /**
         * Properties of a PeerState.
         * @typedef {Object} peer.PeerState.$Properties
         * @property {number|null} [node] PeerState node
         * @property {peer.Presence|null} [presence] PeerState presence
         * @property {number|null} [boot] PeerState boot
         * @property {peer.Addresses.$Properties|null} [addresses] PeerState addresses
         * @property {number|null} [campaignDelayMs] PeerState campaignDelayMs
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a PeerState.
         * @memberof peer
         * @interface IPeerState
         * @augments peer.PeerState.$Properties
         * @deprecated Use peer.PeerState.$Properties instead.
         */

        /**
         * Shape of a PeerState.
         * @typedef {peer.PeerState.$Properties} peer.PeerState.$Shape
         */

        /**
         * Constructs a new PeerState.
         * @memberof peer
         * @classdesc Represents a PeerState.
         * @constructor
         * @param {peer.PeerState.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const PeerState = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * PeerState node.
         * @member {number} node
         * @memberof peer.PeerState
         * @instance
         */
        PeerState.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * PeerState presence.
         * @member {peer.Presence} presence
         * @memberof peer.PeerState
         * @instance
         */
        PeerState.prototype.presence = 0;

        /**
         * PeerState boot.
         * @member {number} boot
         * @memberof peer.PeerState
         * @instance
         */
        PeerState.prototype.boot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * PeerState addresses.
         * @member {peer.Addresses.$Properties|null|undefined} addresses
         * @memberof peer.PeerState
         * @instance
         */
        PeerState.prototype.addresses = null;

        /**
         * PeerState campaignDelayMs.
         * @member {number} campaignDelayMs
         * @memberof peer.PeerState
         * @instance
         */
        PeerState.prototype.campaignDelayMs = 0;

        /**
         * Creates a new PeerState instance using the specified properties.
         * @function create
         * @memberof peer.PeerState
         * @static
         * @param {peer.PeerState.$Properties=} [properties] Properties to set
         * @returns {peer.PeerState} PeerState instance
         * @type {{
         *   (properties: peer.PeerState.$Shape): peer.PeerState & peer.PeerState.$Shape;
         *   (properties?: peer.PeerState.$Properties): peer.PeerState;
         * }}
         */
        PeerState.create = function(properties) {
            return new PeerState(properties);
        };

        /**
         * Encodes the specified PeerState message. Does not implicitly {@link peer.PeerState.verify|verify} messages.
         * @function encode
         * @memberof peer.PeerState
         * @static
         * @param {peer.PeerState.$Properties} message PeerState message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        PeerState.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.node);
            if (message.presence != null && $Object.hasOwnProperty.call(message, "presence") && message.presence !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.presence);
            if (message.boot != null && $Object.hasOwnProperty.call(message, "boot") && (typeof message.boot === "object" ? message.boot.low || message.boot.high : message.boot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.boot);
            if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses"))
                $root.peer.Addresses.encode(message.addresses, writer.uint32(/* id 4, wireType 2 =*/34).fork(), _depth + 1).ldelim();
            if (message.campaignDelayMs != null && $Object.hasOwnProperty.call(message, "campaignDelayMs") && message.campaignDelayMs !== 0)
                writer.uint32(/* id 5, wireType 0 =*/40).uint32(message.campaignDelayMs);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a PeerState message from the specified reader or buffer.
         * @function decode
         * @memberof peer.PeerState
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.PeerState & peer.PeerState.$Shape} PeerState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        PeerState.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.PeerState();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.presence = value;
                        else
                            delete message.presence;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.boot = value;
                        else
                            delete message.boot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        message.addresses = $root.peer.Addresses.decode(reader, reader.size(), $undefined, _depth + 1, message.addresses);
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.campaignDelayMs = value;
                        else
                            delete message.campaignDelayMs;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return PeerState;
    })();

    peer.Advertise = (function() {

        /**
         * Properties of an Advertise.
         * @typedef {Object} peer.Advertise.$Properties
         * @property {peer.Addresses.$Properties|null} [addresses] Advertise addresses
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Advertise.
         * @memberof peer
         * @interface IAdvertise
         * @augments peer.Advertise.$Properties
         * @deprecated Use peer.Advertise.$Properties instead.
         */

        /**
         * Shape of an Advertise.
         * @typedef {peer.Advertise.$Properties} peer.Advertise.$Shape
         */

        /**
         * Constructs a new Advertise.
         * @memberof peer
         * @classdesc Represents an Advertise.
         * @constructor
         * @param {peer.Advertise.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Advertise = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Advertise addresses.
         * @member {peer.Addresses.$Properties|null|undefined} addresses
         * @memberof peer.Advertise
         * @instance
         */
        Advertise.prototype.addresses = null;

        /**
         * Creates a new Advertise instance using the specified properties.
         * @function create
         * @memberof peer.Advertise
         * @static
         * @param {peer.Advertise.$Properties=} [properties] Properties to set
         * @returns {peer.Advertise} Advertise instance
         * @type {{
         *   (properties: peer.Advertise.$Shape): peer.Advertise & peer.Advertise.$Shape;
         *   (properties?: peer.Advertise.$Properties): peer.Advertise;
         * }}
         */
        Advertise.create = function(properties) {
            return new Advertise(properties);
        };

        /**
         * Encodes the specified Advertise message. Does not implicitly {@link peer.Advertise.verify|verify} messages.
         * @function encode
         * @memberof peer.Advertise
         * @static
         * @param {peer.Advertise.$Properties} message Advertise message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Advertise.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses"))
                $root.peer.Addresses.encode(message.addresses, writer.uint32(/* id 1, wireType 2 =*/10).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Advertise message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Advertise
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Advertise & peer.Advertise.$Shape} Advertise
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Advertise.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Advertise();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        message.addresses = $root.peer.Addresses.decode(reader, reader.size(), $undefined, _depth + 1, message.addresses);
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Advertise;
    })();

    peer.StatusRequest = (function() {

        /**
         * Properties of a StatusRequest.
         * @typedef {Object} peer.StatusRequest.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a StatusRequest.
         * @memberof peer
         * @interface IStatusRequest
         * @augments peer.StatusRequest.$Properties
         * @deprecated Use peer.StatusRequest.$Properties instead.
         */

        /**
         * Shape of a StatusRequest.
         * @typedef {peer.StatusRequest.$Properties} peer.StatusRequest.$Shape
         */

        /**
         * Constructs a new StatusRequest.
         * @memberof peer
         * @classdesc Represents a StatusRequest.
         * @constructor
         * @param {peer.StatusRequest.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const StatusRequest = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new StatusRequest instance using the specified properties.
         * @function create
         * @memberof peer.StatusRequest
         * @static
         * @param {peer.StatusRequest.$Properties=} [properties] Properties to set
         * @returns {peer.StatusRequest} StatusRequest instance
         * @type {{
         *   (properties: peer.StatusRequest.$Shape): peer.StatusRequest & peer.StatusRequest.$Shape;
         *   (properties?: peer.StatusRequest.$Properties): peer.StatusRequest;
         * }}
         */
        StatusRequest.create = function(properties) {
            return new StatusRequest(properties);
        };

        /**
         * Encodes the specified StatusRequest message. Does not implicitly {@link peer.StatusRequest.verify|verify} messages.
         * @function encode
         * @memberof peer.StatusRequest
         * @static
         * @param {peer.StatusRequest.$Properties} message StatusRequest message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        StatusRequest.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a StatusRequest message from the specified reader or buffer.
         * @function decode
         * @memberof peer.StatusRequest
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.StatusRequest & peer.StatusRequest.$Shape} StatusRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        StatusRequest.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.StatusRequest();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return StatusRequest;
    })();

    peer.LinkStatus = (function() {

        /**
         * Properties of a LinkStatus.
         * @typedef {Object} peer.LinkStatus.$Properties
         * @property {number|null} [node] LinkStatus node
         * @property {peer.Presence|null} [presence] LinkStatus presence
         * @property {number|null} [boot] LinkStatus boot
         * @property {string|null} [address] LinkStatus address
         * @property {peer.Addresses.$Properties|null} [addresses] LinkStatus addresses
         * @property {number|null} [sinceMs] LinkStatus sinceMs
         * @property {number|null} [queuedBytes] LinkStatus queuedBytes
         * @property {number|null} [connectionsMade] LinkStatus connectionsMade
         * @property {string|null} [errorCode] LinkStatus errorCode
         * @property {string|null} [errorMessage] LinkStatus errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a LinkStatus.
         * @memberof peer
         * @interface ILinkStatus
         * @augments peer.LinkStatus.$Properties
         * @deprecated Use peer.LinkStatus.$Properties instead.
         */

        /**
         * Shape of a LinkStatus.
         * @typedef {peer.LinkStatus.$Properties} peer.LinkStatus.$Shape
         */

        /**
         * Constructs a new LinkStatus.
         * @memberof peer
         * @classdesc Represents a LinkStatus.
         * @constructor
         * @param {peer.LinkStatus.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const LinkStatus = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * LinkStatus node.
         * @member {number} node
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.node = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LinkStatus presence.
         * @member {peer.Presence} presence
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.presence = 0;

        /**
         * LinkStatus boot.
         * @member {number} boot
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.boot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LinkStatus address.
         * @member {string} address
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.address = "";

        /**
         * LinkStatus addresses.
         * @member {peer.Addresses.$Properties|null|undefined} addresses
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.addresses = null;

        /**
         * LinkStatus sinceMs.
         * @member {number} sinceMs
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.sinceMs = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LinkStatus queuedBytes.
         * @member {number} queuedBytes
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.queuedBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LinkStatus connectionsMade.
         * @member {number} connectionsMade
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.connectionsMade = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * LinkStatus errorCode.
         * @member {string} errorCode
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.errorCode = "";

        /**
         * LinkStatus errorMessage.
         * @member {string} errorMessage
         * @memberof peer.LinkStatus
         * @instance
         */
        LinkStatus.prototype.errorMessage = "";

        /**
         * Creates a new LinkStatus instance using the specified properties.
         * @function create
         * @memberof peer.LinkStatus
         * @static
         * @param {peer.LinkStatus.$Properties=} [properties] Properties to set
         * @returns {peer.LinkStatus} LinkStatus instance
         * @type {{
         *   (properties: peer.LinkStatus.$Shape): peer.LinkStatus & peer.LinkStatus.$Shape;
         *   (properties?: peer.LinkStatus.$Properties): peer.LinkStatus;
         * }}
         */
        LinkStatus.create = function(properties) {
            return new LinkStatus(properties);
        };

        /**
         * Encodes the specified LinkStatus message. Does not implicitly {@link peer.LinkStatus.verify|verify} messages.
         * @function encode
         * @memberof peer.LinkStatus
         * @static
         * @param {peer.LinkStatus.$Properties} message LinkStatus message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        LinkStatus.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.node != null && $Object.hasOwnProperty.call(message, "node") && (typeof message.node === "object" ? message.node.low || message.node.high : message.node !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.node);
            if (message.presence != null && $Object.hasOwnProperty.call(message, "presence") && message.presence !== 0)
                writer.uint32(/* id 2, wireType 0 =*/16).int32(message.presence);
            if (message.boot != null && $Object.hasOwnProperty.call(message, "boot") && (typeof message.boot === "object" ? message.boot.low || message.boot.high : message.boot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.boot);
            if (message.address != null && $Object.hasOwnProperty.call(message, "address") && message.address !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.address);
            if (message.addresses != null && $Object.hasOwnProperty.call(message, "addresses"))
                $root.peer.Addresses.encode(message.addresses, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.sinceMs != null && $Object.hasOwnProperty.call(message, "sinceMs") && (typeof message.sinceMs === "object" ? message.sinceMs.low || message.sinceMs.high : message.sinceMs !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.sinceMs);
            if (message.queuedBytes != null && $Object.hasOwnProperty.call(message, "queuedBytes") && (typeof message.queuedBytes === "object" ? message.queuedBytes.low || message.queuedBytes.high : message.queuedBytes !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.queuedBytes);
            if (message.connectionsMade != null && $Object.hasOwnProperty.call(message, "connectionsMade") && (typeof message.connectionsMade === "object" ? message.connectionsMade.low || message.connectionsMade.high : message.connectionsMade !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.connectionsMade);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 9, wireType 2 =*/74).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 10, wireType 2 =*/82).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a LinkStatus message from the specified reader or buffer.
         * @function decode
         * @memberof peer.LinkStatus
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.LinkStatus & peer.LinkStatus.$Shape} LinkStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        LinkStatus.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.LinkStatus();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.node = value;
                        else
                            delete message.node;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.int32())
                            message.presence = value;
                        else
                            delete message.presence;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.boot = value;
                        else
                            delete message.boot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.address = value;
                        else
                            delete message.address;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.addresses = $root.peer.Addresses.decode(reader, reader.size(), $undefined, _depth + 1, message.addresses);
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sinceMs = value;
                        else
                            delete message.sinceMs;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.queuedBytes = value;
                        else
                            delete message.queuedBytes;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.connectionsMade = value;
                        else
                            delete message.connectionsMade;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return LinkStatus;
    })();

    peer.Tick = (function() {

        /**
         * Properties of a Tick.
         * @typedef {Object} peer.Tick.$Properties
         * @property {number|null} [purpose] Tick purpose
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Tick.
         * @memberof peer
         * @interface ITick
         * @augments peer.Tick.$Properties
         * @deprecated Use peer.Tick.$Properties instead.
         */

        /**
         * Shape of a Tick.
         * @typedef {peer.Tick.$Properties} peer.Tick.$Shape
         */

        /**
         * Constructs a new Tick.
         * @memberof peer
         * @classdesc Represents a Tick.
         * @constructor
         * @param {peer.Tick.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Tick = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Tick purpose.
         * @member {number} purpose
         * @memberof peer.Tick
         * @instance
         */
        Tick.prototype.purpose = 0;

        /**
         * Creates a new Tick instance using the specified properties.
         * @function create
         * @memberof peer.Tick
         * @static
         * @param {peer.Tick.$Properties=} [properties] Properties to set
         * @returns {peer.Tick} Tick instance
         * @type {{
         *   (properties: peer.Tick.$Shape): peer.Tick & peer.Tick.$Shape;
         *   (properties?: peer.Tick.$Properties): peer.Tick;
         * }}
         */
        Tick.create = function(properties) {
            return new Tick(properties);
        };

        /**
         * Encodes the specified Tick message. Does not implicitly {@link peer.Tick.verify|verify} messages.
         * @function encode
         * @memberof peer.Tick
         * @static
         * @param {peer.Tick.$Properties} message Tick message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Tick.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.purpose != null && $Object.hasOwnProperty.call(message, "purpose") && message.purpose !== 0)
                writer.uint32(/* id 1, wireType 0 =*/8).uint32(message.purpose);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Tick message from the specified reader or buffer.
         * @function decode
         * @memberof peer.Tick
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {peer.Tick & peer.Tick.$Shape} Tick
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Tick.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.peer.Tick();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (value = reader.uint32())
                            message.purpose = value;
                        else
                            delete message.purpose;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Tick;
    })();

    return peer;
})();

export const storage = $root.storage = (() => {

    /**
     * Namespace storage.
     * @exports storage
     * @namespace
     */
    const storage = {};

    storage.Open = (function() {

        /**
         * Properties of an Open.
         * @typedef {Object} storage.Open.$Properties
         * @property {number|null} [group] Open group
         * @property {number|null} [groupBoot] Open groupBoot
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Open.
         * @memberof storage
         * @interface IOpen
         * @augments storage.Open.$Properties
         * @deprecated Use storage.Open.$Properties instead.
         */

        /**
         * Shape of an Open.
         * @typedef {storage.Open.$Properties} storage.Open.$Shape
         */

        /**
         * Constructs a new Open.
         * @memberof storage
         * @classdesc Represents an Open.
         * @constructor
         * @param {storage.Open.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Open = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Open group.
         * @member {number} group
         * @memberof storage.Open
         * @instance
         */
        Open.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Open groupBoot.
         * @member {number} groupBoot
         * @memberof storage.Open
         * @instance
         */
        Open.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Open instance using the specified properties.
         * @function create
         * @memberof storage.Open
         * @static
         * @param {storage.Open.$Properties=} [properties] Properties to set
         * @returns {storage.Open} Open instance
         * @type {{
         *   (properties: storage.Open.$Shape): storage.Open & storage.Open.$Shape;
         *   (properties?: storage.Open.$Properties): storage.Open;
         * }}
         */
        Open.create = function(properties) {
            return new Open(properties);
        };

        /**
         * Encodes the specified Open message. Does not implicitly {@link storage.Open.verify|verify} messages.
         * @function encode
         * @memberof storage.Open
         * @static
         * @param {storage.Open.$Properties} message Open message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Open.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Open message from the specified reader or buffer.
         * @function decode
         * @memberof storage.Open
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.Open & storage.Open.$Shape} Open
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Open.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.Open();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Open;
    })();

    storage.TermStart = (function() {

        /**
         * Properties of a TermStart.
         * @typedef {Object} storage.TermStart.$Properties
         * @property {number|null} [term] TermStart term
         * @property {number|null} [index] TermStart index
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a TermStart.
         * @memberof storage
         * @interface ITermStart
         * @augments storage.TermStart.$Properties
         * @deprecated Use storage.TermStart.$Properties instead.
         */

        /**
         * Shape of a TermStart.
         * @typedef {storage.TermStart.$Properties} storage.TermStart.$Shape
         */

        /**
         * Constructs a new TermStart.
         * @memberof storage
         * @classdesc Represents a TermStart.
         * @constructor
         * @param {storage.TermStart.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const TermStart = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * TermStart term.
         * @member {number} term
         * @memberof storage.TermStart
         * @instance
         */
        TermStart.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * TermStart index.
         * @member {number} index
         * @memberof storage.TermStart
         * @instance
         */
        TermStart.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new TermStart instance using the specified properties.
         * @function create
         * @memberof storage.TermStart
         * @static
         * @param {storage.TermStart.$Properties=} [properties] Properties to set
         * @returns {storage.TermStart} TermStart instance
         * @type {{
         *   (properties: storage.TermStart.$Shape): storage.TermStart & storage.TermStart.$Shape;
         *   (properties?: storage.TermStart.$Properties): storage.TermStart;
         * }}
         */
        TermStart.create = function(properties) {
            return new TermStart(properties);
        };

        /**
         * Encodes the specified TermStart message. Does not implicitly {@link storage.TermStart.verify|verify} messages.
         * @function encode
         * @memberof storage.TermStart
         * @static
         * @param {storage.TermStart.$Properties} message TermStart message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        TermStart.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.term);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.index);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a TermStart message from the specified reader or buffer.
         * @function decode
         * @memberof storage.TermStart
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.TermStart & storage.TermStart.$Shape} TermStart
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        TermStart.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.TermStart();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return TermStart;
    })();

    storage.Opened = (function() {

        /**
         * Properties of an Opened.
         * @typedef {Object} storage.Opened.$Properties
         * @property {number|null} [group] Opened group
         * @property {number|null} [groupBoot] Opened groupBoot
         * @property {number|null} [writerBoot] Opened writerBoot
         * @property {number|null} [replica] Opened replica
         * @property {raft.HardState.$Properties|null} [hardState] Opened hardState
         * @property {number|null} [purgeIndex] Opened purgeIndex
         * @property {number|null} [purgeTerm] Opened purgeTerm
         * @property {number|null} [lastIndex] Opened lastIndex
         * @property {number|null} [lastTerm] Opened lastTerm
         * @property {Array.<storage.TermStart.$Properties>|null} [termStarts] Opened termStarts
         * @property {Array.<number>|null} [membershipIndexes] Opened membershipIndexes
         * @property {Array.<raft.Entry.$Properties>|null} [entries] Opened entries
         * @property {number|null} [sequence] Opened sequence
         * @property {string|null} [stateFile] Opened stateFile
         * @property {string|null} [errorCode] Opened errorCode
         * @property {string|null} [errorMessage] Opened errorMessage
         * @property {string|null} [volumeInstance] Opened volumeInstance
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Opened.
         * @memberof storage
         * @interface IOpened
         * @augments storage.Opened.$Properties
         * @deprecated Use storage.Opened.$Properties instead.
         */

        /**
         * Shape of an Opened.
         * @typedef {storage.Opened.$Properties} storage.Opened.$Shape
         */

        /**
         * Constructs a new Opened.
         * @memberof storage
         * @classdesc Represents an Opened.
         * @constructor
         * @param {storage.Opened.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Opened = function (properties) {
            this.termStarts = [];
            this.membershipIndexes = [];
            this.entries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Opened group.
         * @member {number} group
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened groupBoot.
         * @member {number} groupBoot
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened writerBoot.
         * @member {number} writerBoot
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.writerBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened replica.
         * @member {number} replica
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.replica = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened hardState.
         * @member {raft.HardState.$Properties|null|undefined} hardState
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.hardState = null;

        /**
         * Opened purgeIndex.
         * @member {number} purgeIndex
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.purgeIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened purgeTerm.
         * @member {number} purgeTerm
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.purgeTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened lastIndex.
         * @member {number} lastIndex
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened lastTerm.
         * @member {number} lastTerm
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.lastTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened termStarts.
         * @member {Array.<storage.TermStart.$Properties>} termStarts
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.termStarts = $util.emptyArray;

        /**
         * Opened membershipIndexes.
         * @member {Array.<number>} membershipIndexes
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.membershipIndexes = $util.emptyArray;

        /**
         * Opened entries.
         * @member {Array.<raft.Entry.$Properties>} entries
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.entries = $util.emptyArray;

        /**
         * Opened sequence.
         * @member {number} sequence
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Opened stateFile.
         * @member {string} stateFile
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.stateFile = "";

        /**
         * Opened errorCode.
         * @member {string} errorCode
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.errorCode = "";

        /**
         * Opened errorMessage.
         * @member {string} errorMessage
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.errorMessage = "";

        /**
         * Opened volumeInstance.
         * @member {string} volumeInstance
         * @memberof storage.Opened
         * @instance
         */
        Opened.prototype.volumeInstance = "";

        /**
         * Creates a new Opened instance using the specified properties.
         * @function create
         * @memberof storage.Opened
         * @static
         * @param {storage.Opened.$Properties=} [properties] Properties to set
         * @returns {storage.Opened} Opened instance
         * @type {{
         *   (properties: storage.Opened.$Shape): storage.Opened & storage.Opened.$Shape;
         *   (properties?: storage.Opened.$Properties): storage.Opened;
         * }}
         */
        Opened.create = function(properties) {
            return new Opened(properties);
        };

        /**
         * Encodes the specified Opened message. Does not implicitly {@link storage.Opened.verify|verify} messages.
         * @function encode
         * @memberof storage.Opened
         * @static
         * @param {storage.Opened.$Properties} message Opened message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Opened.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.writerBoot != null && $Object.hasOwnProperty.call(message, "writerBoot") && (typeof message.writerBoot === "object" ? message.writerBoot.low || message.writerBoot.high : message.writerBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.writerBoot);
            if (message.replica != null && $Object.hasOwnProperty.call(message, "replica") && (typeof message.replica === "object" ? message.replica.low || message.replica.high : message.replica !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.replica);
            if (message.hardState != null && $Object.hasOwnProperty.call(message, "hardState"))
                $root.raft.HardState.encode(message.hardState, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.purgeIndex != null && $Object.hasOwnProperty.call(message, "purgeIndex") && (typeof message.purgeIndex === "object" ? message.purgeIndex.low || message.purgeIndex.high : message.purgeIndex !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.purgeIndex);
            if (message.purgeTerm != null && $Object.hasOwnProperty.call(message, "purgeTerm") && (typeof message.purgeTerm === "object" ? message.purgeTerm.low || message.purgeTerm.high : message.purgeTerm !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.purgeTerm);
            if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                writer.uint32(/* id 8, wireType 0 =*/64).uint64(message.lastIndex);
            if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm") && (typeof message.lastTerm === "object" ? message.lastTerm.low || message.lastTerm.high : message.lastTerm !== 0))
                writer.uint32(/* id 9, wireType 0 =*/72).uint64(message.lastTerm);
            if (message.termStarts != null && message.termStarts.length)
                for (let i = 0; i < message.termStarts.length; ++i)
                    $root.storage.TermStart.encode(message.termStarts[i], writer.uint32(/* id 10, wireType 2 =*/82).fork(), _depth + 1).ldelim();
            if (message.membershipIndexes != null && message.membershipIndexes.length)
                writer.uint32(/* id 11, wireType 2 =*/90).uint64s(message.membershipIndexes);
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.raft.Entry.encode(message.entries[i], writer.uint32(/* id 12, wireType 2 =*/98).fork(), _depth + 1).ldelim();
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 13, wireType 0 =*/104).uint64(message.sequence);
            if (message.stateFile != null && $Object.hasOwnProperty.call(message, "stateFile") && message.stateFile !== "")
                writer.uint32(/* id 14, wireType 2 =*/114).string(message.stateFile);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 15, wireType 2 =*/122).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 16, wireType 2 =*/130).string(message.errorMessage);
            if (message.volumeInstance != null && $Object.hasOwnProperty.call(message, "volumeInstance") && message.volumeInstance !== "")
                writer.uint32(/* id 17, wireType 2 =*/138).string(message.volumeInstance);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Opened message from the specified reader or buffer.
         * @function decode
         * @memberof storage.Opened
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.Opened & storage.Opened.$Shape} Opened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Opened.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.Opened();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writerBoot = value;
                        else
                            delete message.writerBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.replica = value;
                        else
                            delete message.replica;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.hardState = $root.raft.HardState.decode(reader, reader.size(), $undefined, _depth + 1, message.hardState);
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.purgeIndex = value;
                        else
                            delete message.purgeIndex;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.purgeTerm = value;
                        else
                            delete message.purgeTerm;
                        continue;
                    }
                case 8: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastIndex = value;
                        else
                            delete message.lastIndex;
                        continue;
                    }
                case 9: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastTerm = value;
                        else
                            delete message.lastTerm;
                        continue;
                    }
                case 10: {
                        if (wireType !== 2)
                            break;
                        if (!(message.termStarts && message.termStarts.length))
                            message.termStarts = [];
                        message.termStarts.push($root.storage.TermStart.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 11: {
                        if (wireType === 2) {
                            if (!(message.membershipIndexes && message.membershipIndexes.length))
                                message.membershipIndexes = [];
                            reader.uint64s(message.membershipIndexes);
                            continue;
                        }
                        if (wireType !== 0)
                            break;
                        if (!(message.membershipIndexes && message.membershipIndexes.length))
                            message.membershipIndexes = [];
                        message.membershipIndexes.push(reader.uint64());
                        continue;
                    }
                case 12: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.raft.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 13: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 14: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.stateFile = value;
                        else
                            delete message.stateFile;
                        continue;
                    }
                case 15: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 16: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                case 17: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.volumeInstance = value;
                        else
                            delete message.volumeInstance;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Opened;
    })();

    storage.Append = (function() {

        /**
         * Properties of an Append.
         * @typedef {Object} storage.Append.$Properties
         * @property {number|null} [group] Append group
         * @property {number|null} [groupBoot] Append groupBoot
         * @property {number|null} [writerBoot] Append writerBoot
         * @property {number|null} [sequence] Append sequence
         * @property {raft.HardState.$Properties|null} [hardState] Append hardState
         * @property {Array.<raft.Entry.$Properties>|null} [entries] Append entries
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Append.
         * @memberof storage
         * @interface IAppend
         * @augments storage.Append.$Properties
         * @deprecated Use storage.Append.$Properties instead.
         */

        /**
         * Shape of an Append.
         * @typedef {storage.Append.$Properties} storage.Append.$Shape
         */

        /**
         * Constructs a new Append.
         * @memberof storage
         * @classdesc Represents an Append.
         * @constructor
         * @param {storage.Append.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Append = function (properties) {
            this.entries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Append group.
         * @member {number} group
         * @memberof storage.Append
         * @instance
         */
        Append.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Append groupBoot.
         * @member {number} groupBoot
         * @memberof storage.Append
         * @instance
         */
        Append.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Append writerBoot.
         * @member {number} writerBoot
         * @memberof storage.Append
         * @instance
         */
        Append.prototype.writerBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Append sequence.
         * @member {number} sequence
         * @memberof storage.Append
         * @instance
         */
        Append.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Append hardState.
         * @member {raft.HardState.$Properties|null|undefined} hardState
         * @memberof storage.Append
         * @instance
         */
        Append.prototype.hardState = null;

        /**
         * Append entries.
         * @member {Array.<raft.Entry.$Properties>} entries
         * @memberof storage.Append
         * @instance
         */
        Append.prototype.entries = $util.emptyArray;

        /**
         * Creates a new Append instance using the specified properties.
         * @function create
         * @memberof storage.Append
         * @static
         * @param {storage.Append.$Properties=} [properties] Properties to set
         * @returns {storage.Append} Append instance
         * @type {{
         *   (properties: storage.Append.$Shape): storage.Append & storage.Append.$Shape;
         *   (properties?: storage.Append.$Properties): storage.Append;
         * }}
         */
        Append.create = function(properties) {
            return new Append(properties);
        };

        /**
         * Encodes the specified Append message. Does not implicitly {@link storage.Append.verify|verify} messages.
         * @function encode
         * @memberof storage.Append
         * @static
         * @param {storage.Append.$Properties} message Append message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Append.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.writerBoot != null && $Object.hasOwnProperty.call(message, "writerBoot") && (typeof message.writerBoot === "object" ? message.writerBoot.low || message.writerBoot.high : message.writerBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.writerBoot);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.sequence);
            if (message.hardState != null && $Object.hasOwnProperty.call(message, "hardState"))
                $root.raft.HardState.encode(message.hardState, writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.raft.Entry.encode(message.entries[i], writer.uint32(/* id 6, wireType 2 =*/50).fork(), _depth + 1).ldelim();
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Append message from the specified reader or buffer.
         * @function decode
         * @memberof storage.Append
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.Append & storage.Append.$Shape} Append
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Append.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.Append();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writerBoot = value;
                        else
                            delete message.writerBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        message.hardState = $root.raft.HardState.decode(reader, reader.size(), $undefined, _depth + 1, message.hardState);
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.raft.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Append;
    })();

    storage.Appended = (function() {

        /**
         * Properties of an Appended.
         * @typedef {Object} storage.Appended.$Properties
         * @property {number|null} [group] Appended group
         * @property {number|null} [groupBoot] Appended groupBoot
         * @property {number|null} [writerBoot] Appended writerBoot
         * @property {number|null} [sequence] Appended sequence
         * @property {number|null} [term] Appended term
         * @property {number|null} [lastTerm] Appended lastTerm
         * @property {number|null} [lastIndex] Appended lastIndex
         * @property {string|null} [errorCode] Appended errorCode
         * @property {string|null} [errorMessage] Appended errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Appended.
         * @memberof storage
         * @interface IAppended
         * @augments storage.Appended.$Properties
         * @deprecated Use storage.Appended.$Properties instead.
         */

        /**
         * Shape of an Appended.
         * @typedef {storage.Appended.$Properties} storage.Appended.$Shape
         */

        /**
         * Constructs a new Appended.
         * @memberof storage
         * @classdesc Represents an Appended.
         * @constructor
         * @param {storage.Appended.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Appended = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Appended group.
         * @member {number} group
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended groupBoot.
         * @member {number} groupBoot
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended writerBoot.
         * @member {number} writerBoot
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.writerBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended sequence.
         * @member {number} sequence
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.sequence = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended term.
         * @member {number} term
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.term = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended lastTerm.
         * @member {number} lastTerm
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.lastTerm = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended lastIndex.
         * @member {number} lastIndex
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.lastIndex = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Appended errorCode.
         * @member {string} errorCode
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.errorCode = "";

        /**
         * Appended errorMessage.
         * @member {string} errorMessage
         * @memberof storage.Appended
         * @instance
         */
        Appended.prototype.errorMessage = "";

        /**
         * Creates a new Appended instance using the specified properties.
         * @function create
         * @memberof storage.Appended
         * @static
         * @param {storage.Appended.$Properties=} [properties] Properties to set
         * @returns {storage.Appended} Appended instance
         * @type {{
         *   (properties: storage.Appended.$Shape): storage.Appended & storage.Appended.$Shape;
         *   (properties?: storage.Appended.$Properties): storage.Appended;
         * }}
         */
        Appended.create = function(properties) {
            return new Appended(properties);
        };

        /**
         * Encodes the specified Appended message. Does not implicitly {@link storage.Appended.verify|verify} messages.
         * @function encode
         * @memberof storage.Appended
         * @static
         * @param {storage.Appended.$Properties} message Appended message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Appended.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.writerBoot != null && $Object.hasOwnProperty.call(message, "writerBoot") && (typeof message.writerBoot === "object" ? message.writerBoot.low || message.writerBoot.high : message.writerBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.writerBoot);
            if (message.sequence != null && $Object.hasOwnProperty.call(message, "sequence") && (typeof message.sequence === "object" ? message.sequence.low || message.sequence.high : message.sequence !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.sequence);
            if (message.term != null && $Object.hasOwnProperty.call(message, "term") && (typeof message.term === "object" ? message.term.low || message.term.high : message.term !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.term);
            if (message.lastTerm != null && $Object.hasOwnProperty.call(message, "lastTerm") && (typeof message.lastTerm === "object" ? message.lastTerm.low || message.lastTerm.high : message.lastTerm !== 0))
                writer.uint32(/* id 6, wireType 0 =*/48).uint64(message.lastTerm);
            if (message.lastIndex != null && $Object.hasOwnProperty.call(message, "lastIndex") && (typeof message.lastIndex === "object" ? message.lastIndex.low || message.lastIndex.high : message.lastIndex !== 0))
                writer.uint32(/* id 7, wireType 0 =*/56).uint64(message.lastIndex);
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 8, wireType 2 =*/66).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 9, wireType 2 =*/74).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Appended message from the specified reader or buffer.
         * @function decode
         * @memberof storage.Appended
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.Appended & storage.Appended.$Shape} Appended
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Appended.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.Appended();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writerBoot = value;
                        else
                            delete message.writerBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.sequence = value;
                        else
                            delete message.sequence;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.term = value;
                        else
                            delete message.term;
                        continue;
                    }
                case 6: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastTerm = value;
                        else
                            delete message.lastTerm;
                        continue;
                    }
                case 7: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.lastIndex = value;
                        else
                            delete message.lastIndex;
                        continue;
                    }
                case 8: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 9: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Appended;
    })();

    storage.ReadEntries = (function() {

        /**
         * Properties of a ReadEntries.
         * @typedef {Object} storage.ReadEntries.$Properties
         * @property {number|null} [group] ReadEntries group
         * @property {number|null} [from] ReadEntries from
         * @property {number|null} [to] ReadEntries to
         * @property {number|null} [maxBytes] ReadEntries maxBytes
         * @property {number|null} [token] ReadEntries token
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a ReadEntries.
         * @memberof storage
         * @interface IReadEntries
         * @augments storage.ReadEntries.$Properties
         * @deprecated Use storage.ReadEntries.$Properties instead.
         */

        /**
         * Shape of a ReadEntries.
         * @typedef {storage.ReadEntries.$Properties} storage.ReadEntries.$Shape
         */

        /**
         * Constructs a new ReadEntries.
         * @memberof storage
         * @classdesc Represents a ReadEntries.
         * @constructor
         * @param {storage.ReadEntries.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const ReadEntries = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * ReadEntries group.
         * @member {number} group
         * @memberof storage.ReadEntries
         * @instance
         */
        ReadEntries.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReadEntries from.
         * @member {number} from
         * @memberof storage.ReadEntries
         * @instance
         */
        ReadEntries.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReadEntries to.
         * @member {number} to
         * @memberof storage.ReadEntries
         * @instance
         */
        ReadEntries.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReadEntries maxBytes.
         * @member {number} maxBytes
         * @memberof storage.ReadEntries
         * @instance
         */
        ReadEntries.prototype.maxBytes = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * ReadEntries token.
         * @member {number} token
         * @memberof storage.ReadEntries
         * @instance
         */
        ReadEntries.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new ReadEntries instance using the specified properties.
         * @function create
         * @memberof storage.ReadEntries
         * @static
         * @param {storage.ReadEntries.$Properties=} [properties] Properties to set
         * @returns {storage.ReadEntries} ReadEntries instance
         * @type {{
         *   (properties: storage.ReadEntries.$Shape): storage.ReadEntries & storage.ReadEntries.$Shape;
         *   (properties?: storage.ReadEntries.$Properties): storage.ReadEntries;
         * }}
         */
        ReadEntries.create = function(properties) {
            return new ReadEntries(properties);
        };

        /**
         * Encodes the specified ReadEntries message. Does not implicitly {@link storage.ReadEntries.verify|verify} messages.
         * @function encode
         * @memberof storage.ReadEntries
         * @static
         * @param {storage.ReadEntries.$Properties} message ReadEntries message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        ReadEntries.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.from);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.to);
            if (message.maxBytes != null && $Object.hasOwnProperty.call(message, "maxBytes") && (typeof message.maxBytes === "object" ? message.maxBytes.low || message.maxBytes.high : message.maxBytes !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.maxBytes);
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                writer.uint32(/* id 5, wireType 0 =*/40).uint64(message.token);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a ReadEntries message from the specified reader or buffer.
         * @function decode
         * @memberof storage.ReadEntries
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.ReadEntries & storage.ReadEntries.$Shape} ReadEntries
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        ReadEntries.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.ReadEntries();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.maxBytes = value;
                        else
                            delete message.maxBytes;
                        continue;
                    }
                case 5: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return ReadEntries;
    })();

    storage.EntriesRead = (function() {

        /**
         * Properties of an EntriesRead.
         * @typedef {Object} storage.EntriesRead.$Properties
         * @property {number|null} [group] EntriesRead group
         * @property {number|null} [from] EntriesRead from
         * @property {number|null} [to] EntriesRead to
         * @property {number|null} [token] EntriesRead token
         * @property {Array.<raft.Entry.$Properties>|null} [entries] EntriesRead entries
         * @property {string|null} [errorCode] EntriesRead errorCode
         * @property {string|null} [errorMessage] EntriesRead errorMessage
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an EntriesRead.
         * @memberof storage
         * @interface IEntriesRead
         * @augments storage.EntriesRead.$Properties
         * @deprecated Use storage.EntriesRead.$Properties instead.
         */

        /**
         * Shape of an EntriesRead.
         * @typedef {storage.EntriesRead.$Properties} storage.EntriesRead.$Shape
         */

        /**
         * Constructs a new EntriesRead.
         * @memberof storage
         * @classdesc Represents an EntriesRead.
         * @constructor
         * @param {storage.EntriesRead.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const EntriesRead = function (properties) {
            this.entries = [];
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * EntriesRead group.
         * @member {number} group
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * EntriesRead from.
         * @member {number} from
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.from = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * EntriesRead to.
         * @member {number} to
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.to = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * EntriesRead token.
         * @member {number} token
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.token = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * EntriesRead entries.
         * @member {Array.<raft.Entry.$Properties>} entries
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.entries = $util.emptyArray;

        /**
         * EntriesRead errorCode.
         * @member {string} errorCode
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.errorCode = "";

        /**
         * EntriesRead errorMessage.
         * @member {string} errorMessage
         * @memberof storage.EntriesRead
         * @instance
         */
        EntriesRead.prototype.errorMessage = "";

        /**
         * Creates a new EntriesRead instance using the specified properties.
         * @function create
         * @memberof storage.EntriesRead
         * @static
         * @param {storage.EntriesRead.$Properties=} [properties] Properties to set
         * @returns {storage.EntriesRead} EntriesRead instance
         * @type {{
         *   (properties: storage.EntriesRead.$Shape): storage.EntriesRead & storage.EntriesRead.$Shape;
         *   (properties?: storage.EntriesRead.$Properties): storage.EntriesRead;
         * }}
         */
        EntriesRead.create = function(properties) {
            return new EntriesRead(properties);
        };

        /**
         * Encodes the specified EntriesRead message. Does not implicitly {@link storage.EntriesRead.verify|verify} messages.
         * @function encode
         * @memberof storage.EntriesRead
         * @static
         * @param {storage.EntriesRead.$Properties} message EntriesRead message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        EntriesRead.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.from != null && $Object.hasOwnProperty.call(message, "from") && (typeof message.from === "object" ? message.from.low || message.from.high : message.from !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.from);
            if (message.to != null && $Object.hasOwnProperty.call(message, "to") && (typeof message.to === "object" ? message.to.low || message.to.high : message.to !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.to);
            if (message.token != null && $Object.hasOwnProperty.call(message, "token") && (typeof message.token === "object" ? message.token.low || message.token.high : message.token !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.token);
            if (message.entries != null && message.entries.length)
                for (let i = 0; i < message.entries.length; ++i)
                    $root.raft.Entry.encode(message.entries[i], writer.uint32(/* id 5, wireType 2 =*/42).fork(), _depth + 1).ldelim();
            if (message.errorCode != null && $Object.hasOwnProperty.call(message, "errorCode") && message.errorCode !== "")
                writer.uint32(/* id 6, wireType 2 =*/50).string(message.errorCode);
            if (message.errorMessage != null && $Object.hasOwnProperty.call(message, "errorMessage") && message.errorMessage !== "")
                writer.uint32(/* id 7, wireType 2 =*/58).string(message.errorMessage);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an EntriesRead message from the specified reader or buffer.
         * @function decode
         * @memberof storage.EntriesRead
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.EntriesRead & storage.EntriesRead.$Shape} EntriesRead
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        EntriesRead.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.EntriesRead();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.from = value;
                        else
                            delete message.from;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.to = value;
                        else
                            delete message.to;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.token = value;
                        else
                            delete message.token;
                        continue;
                    }
                case 5: {
                        if (wireType !== 2)
                            break;
                        if (!(message.entries && message.entries.length))
                            message.entries = [];
                        message.entries.push($root.raft.Entry.decode(reader, reader.size(), $undefined, _depth + 1));
                        continue;
                    }
                case 6: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorCode = value;
                        else
                            delete message.errorCode;
                        continue;
                    }
                case 7: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.errorMessage = value;
                        else
                            delete message.errorMessage;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return EntriesRead;
    })();

    storage.Purge = (function() {

        /**
         * Properties of a Purge.
         * @typedef {Object} storage.Purge.$Properties
         * @property {number|null} [group] Purge group
         * @property {number|null} [groupBoot] Purge groupBoot
         * @property {number|null} [writerBoot] Purge writerBoot
         * @property {number|null} [index] Purge index
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a Purge.
         * @memberof storage
         * @interface IPurge
         * @augments storage.Purge.$Properties
         * @deprecated Use storage.Purge.$Properties instead.
         */

        /**
         * Shape of a Purge.
         * @typedef {storage.Purge.$Properties} storage.Purge.$Shape
         */

        /**
         * Constructs a new Purge.
         * @memberof storage
         * @classdesc Represents a Purge.
         * @constructor
         * @param {storage.Purge.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Purge = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Purge group.
         * @member {number} group
         * @memberof storage.Purge
         * @instance
         */
        Purge.prototype.group = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Purge groupBoot.
         * @member {number} groupBoot
         * @memberof storage.Purge
         * @instance
         */
        Purge.prototype.groupBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Purge writerBoot.
         * @member {number} writerBoot
         * @memberof storage.Purge
         * @instance
         */
        Purge.prototype.writerBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Purge index.
         * @member {number} index
         * @memberof storage.Purge
         * @instance
         */
        Purge.prototype.index = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * Creates a new Purge instance using the specified properties.
         * @function create
         * @memberof storage.Purge
         * @static
         * @param {storage.Purge.$Properties=} [properties] Properties to set
         * @returns {storage.Purge} Purge instance
         * @type {{
         *   (properties: storage.Purge.$Shape): storage.Purge & storage.Purge.$Shape;
         *   (properties?: storage.Purge.$Properties): storage.Purge;
         * }}
         */
        Purge.create = function(properties) {
            return new Purge(properties);
        };

        /**
         * Encodes the specified Purge message. Does not implicitly {@link storage.Purge.verify|verify} messages.
         * @function encode
         * @memberof storage.Purge
         * @static
         * @param {storage.Purge.$Properties} message Purge message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Purge.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.group != null && $Object.hasOwnProperty.call(message, "group") && (typeof message.group === "object" ? message.group.low || message.group.high : message.group !== 0))
                writer.uint32(/* id 1, wireType 0 =*/8).uint64(message.group);
            if (message.groupBoot != null && $Object.hasOwnProperty.call(message, "groupBoot") && (typeof message.groupBoot === "object" ? message.groupBoot.low || message.groupBoot.high : message.groupBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.groupBoot);
            if (message.writerBoot != null && $Object.hasOwnProperty.call(message, "writerBoot") && (typeof message.writerBoot === "object" ? message.writerBoot.low || message.writerBoot.high : message.writerBoot !== 0))
                writer.uint32(/* id 3, wireType 0 =*/24).uint64(message.writerBoot);
            if (message.index != null && $Object.hasOwnProperty.call(message, "index") && (typeof message.index === "object" ? message.index.low || message.index.high : message.index !== 0))
                writer.uint32(/* id 4, wireType 0 =*/32).uint64(message.index);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a Purge message from the specified reader or buffer.
         * @function decode
         * @memberof storage.Purge
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.Purge & storage.Purge.$Shape} Purge
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Purge.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.Purge();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.group = value;
                        else
                            delete message.group;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.groupBoot = value;
                        else
                            delete message.groupBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.writerBoot = value;
                        else
                            delete message.writerBoot;
                        continue;
                    }
                case 4: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.index = value;
                        else
                            delete message.index;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Purge;
    })();

    storage.Identify = (function() {

        /**
         * Properties of an Identify.
         * @typedef {Object} storage.Identify.$Properties
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of an Identify.
         * @memberof storage
         * @interface IIdentify
         * @augments storage.Identify.$Properties
         * @deprecated Use storage.Identify.$Properties instead.
         */

        /**
         * Shape of an Identify.
         * @typedef {storage.Identify.$Properties} storage.Identify.$Shape
         */

        /**
         * Constructs a new Identify.
         * @memberof storage
         * @classdesc Represents an Identify.
         * @constructor
         * @param {storage.Identify.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const Identify = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * Creates a new Identify instance using the specified properties.
         * @function create
         * @memberof storage.Identify
         * @static
         * @param {storage.Identify.$Properties=} [properties] Properties to set
         * @returns {storage.Identify} Identify instance
         * @type {{
         *   (properties: storage.Identify.$Shape): storage.Identify & storage.Identify.$Shape;
         *   (properties?: storage.Identify.$Properties): storage.Identify;
         * }}
         */
        Identify.create = function(properties) {
            return new Identify(properties);
        };

        /**
         * Encodes the specified Identify message. Does not implicitly {@link storage.Identify.verify|verify} messages.
         * @function encode
         * @memberof storage.Identify
         * @static
         * @param {storage.Identify.$Properties} message Identify message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        Identify.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes an Identify message from the specified reader or buffer.
         * @function decode
         * @memberof storage.Identify
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.Identify & storage.Identify.$Shape} Identify
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        Identify.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.Identify();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                reader.skipType(tag & 7, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return Identify;
    })();

    storage.VolumeIdentity = (function() {

        /**
         * Properties of a VolumeIdentity.
         * @typedef {Object} storage.VolumeIdentity.$Properties
         * @property {string|null} [instance] VolumeIdentity instance
         * @property {number|null} [nodeBoot] VolumeIdentity nodeBoot
         * @property {string|null} [bootNonce] VolumeIdentity bootNonce
         * @property {string|null} [previousBootNonce] VolumeIdentity previousBootNonce
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */

        /**
         * Properties of a VolumeIdentity.
         * @memberof storage
         * @interface IVolumeIdentity
         * @augments storage.VolumeIdentity.$Properties
         * @deprecated Use storage.VolumeIdentity.$Properties instead.
         */

        /**
         * Shape of a VolumeIdentity.
         * @typedef {storage.VolumeIdentity.$Properties} storage.VolumeIdentity.$Shape
         */

        /**
         * Constructs a new VolumeIdentity.
         * @memberof storage
         * @classdesc Represents a VolumeIdentity.
         * @constructor
         * @param {storage.VolumeIdentity.$Properties=} [properties] Properties to set
         * @property {Array.<Uint8Array>} [$unknowns] Unknown fields preserved while decoding when enabled
         */
        const VolumeIdentity = function (properties) {
            if (properties)
                for (let keys = $Object.keys(properties), i = 0; i < keys.length; ++i)
                    if (properties[keys[i]] != null && keys[i] !== "__proto__")
                        this[keys[i]] = properties[keys[i]];
        };

        /**
         * VolumeIdentity instance.
         * @member {string} instance
         * @memberof storage.VolumeIdentity
         * @instance
         */
        VolumeIdentity.prototype.instance = "";

        /**
         * VolumeIdentity nodeBoot.
         * @member {number} nodeBoot
         * @memberof storage.VolumeIdentity
         * @instance
         */
        VolumeIdentity.prototype.nodeBoot = $util.Long ? $util.Long.fromBits(0,0,true) : 0;

        /**
         * VolumeIdentity bootNonce.
         * @member {string} bootNonce
         * @memberof storage.VolumeIdentity
         * @instance
         */
        VolumeIdentity.prototype.bootNonce = "";

        /**
         * VolumeIdentity previousBootNonce.
         * @member {string} previousBootNonce
         * @memberof storage.VolumeIdentity
         * @instance
         */
        VolumeIdentity.prototype.previousBootNonce = "";

        /**
         * Creates a new VolumeIdentity instance using the specified properties.
         * @function create
         * @memberof storage.VolumeIdentity
         * @static
         * @param {storage.VolumeIdentity.$Properties=} [properties] Properties to set
         * @returns {storage.VolumeIdentity} VolumeIdentity instance
         * @type {{
         *   (properties: storage.VolumeIdentity.$Shape): storage.VolumeIdentity & storage.VolumeIdentity.$Shape;
         *   (properties?: storage.VolumeIdentity.$Properties): storage.VolumeIdentity;
         * }}
         */
        VolumeIdentity.create = function(properties) {
            return new VolumeIdentity(properties);
        };

        /**
         * Encodes the specified VolumeIdentity message. Does not implicitly {@link storage.VolumeIdentity.verify|verify} messages.
         * @function encode
         * @memberof storage.VolumeIdentity
         * @static
         * @param {storage.VolumeIdentity.$Properties} message VolumeIdentity message or plain object to encode
         * @param {$protobuf.Writer} [writer] Writer to encode to
         * @returns {$protobuf.Writer} Writer
         */
        VolumeIdentity.encode = function (message, writer, _depth) {
            if (!writer)
                writer = $Writer.create();
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $util.recursionLimit)
                throw $Error("max depth exceeded");
            if (message.instance != null && $Object.hasOwnProperty.call(message, "instance") && message.instance !== "")
                writer.uint32(/* id 1, wireType 2 =*/10).string(message.instance);
            if (message.nodeBoot != null && $Object.hasOwnProperty.call(message, "nodeBoot") && (typeof message.nodeBoot === "object" ? message.nodeBoot.low || message.nodeBoot.high : message.nodeBoot !== 0))
                writer.uint32(/* id 2, wireType 0 =*/16).uint64(message.nodeBoot);
            if (message.bootNonce != null && $Object.hasOwnProperty.call(message, "bootNonce") && message.bootNonce !== "")
                writer.uint32(/* id 3, wireType 2 =*/26).string(message.bootNonce);
            if (message.previousBootNonce != null && $Object.hasOwnProperty.call(message, "previousBootNonce") && message.previousBootNonce !== "")
                writer.uint32(/* id 4, wireType 2 =*/34).string(message.previousBootNonce);
            if (message.$unknowns != null && $Object.hasOwnProperty.call(message, "$unknowns"))
                for (let i = 0; i < message.$unknowns.length; ++i)
                    writer.raw(message.$unknowns[i]);
            return writer;
        };

        /**
         * Decodes a VolumeIdentity message from the specified reader or buffer.
         * @function decode
         * @memberof storage.VolumeIdentity
         * @static
         * @param {$protobuf.Reader|Uint8Array} reader Reader or buffer to decode from
         * @param {number} [length] Message length if known beforehand
         * @returns {storage.VolumeIdentity & storage.VolumeIdentity.$Shape} VolumeIdentity
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        VolumeIdentity.decode = function (reader, length, _end, _depth, _target) {
            if (!(reader instanceof $Reader))
                reader = $Reader.create(reader);
            if (_depth === $undefined)
                _depth = 0;
            if (_depth > $Reader.recursionLimit)
                throw $Error("max depth exceeded");
            let end, message, value;
            if (length === $undefined)
                end = reader.len;
            else {
                end = reader.pos + length;
                if (end > reader.len)
                    throw $RangeError("index out of range");
                length = reader.len;
                reader.len = end;
            }
            message = _target || new $root.storage.VolumeIdentity();
            while (reader.pos < end) {
                let start = reader.pos;
                let tag = reader.tag();
                if (tag === _end) {
                    _end = $undefined;
                    break;
                }
                let wireType = tag & 7;
                switch (tag >>>= 3) {
                case 1: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.instance = value;
                        else
                            delete message.instance;
                        continue;
                    }
                case 2: {
                        if (wireType !== 0)
                            break;
                        if (typeof (value = reader.uint64()) === "object" ? value.low || value.high : value !== 0)
                            message.nodeBoot = value;
                        else
                            delete message.nodeBoot;
                        continue;
                    }
                case 3: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.bootNonce = value;
                        else
                            delete message.bootNonce;
                        continue;
                    }
                case 4: {
                        if (wireType !== 2)
                            break;
                        if ((value = reader.stringVerify()).length)
                            message.previousBootNonce = value;
                        else
                            delete message.previousBootNonce;
                        continue;
                    }
                }
                reader.skipType(wireType, _depth, tag);
                if (!reader.discardUnknown) {
                    $util.makeProp(message, "$unknowns", false);
                    (message.$unknowns || (message.$unknowns = [])).push(reader.raw(start, reader.pos));
                }
            }
            if (length !== $undefined) {
                if (reader.pos !== end)
                    throw $RangeError("index out of range");
                reader.len = length;
            }
            if (_end !== $undefined)
                throw $Error("missing end group");
            return message;
        };

        return VolumeIdentity;
    })();

    return storage;
})();

export {
  $root as default
};
