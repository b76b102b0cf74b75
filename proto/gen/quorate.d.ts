import * as $protobuf from "protobufjs/minimal.js";
import Long = require("long");

/** Namespace apply. */
export namespace apply {

    /**
     * Properties of an OpenState.
     * @deprecated Use apply.OpenState.$Properties instead.
     */
    interface IOpenState extends apply.OpenState.$Properties {
    }

    /** Represents an OpenState. */
    class OpenState {

        /**
         * Constructs a new OpenState.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.OpenState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OpenState group. */
        group: number;

        /** OpenState groupBoot. */
        groupBoot: number;

        /** OpenState replica. */
        replica: number;

        /** OpenState stateFile. */
        stateFile: string;

        /** OpenState volumeInstance. */
        volumeInstance: string;

        /**
         * Creates a new OpenState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OpenState instance
         */
        static create(properties: apply.OpenState.$Shape): apply.OpenState & apply.OpenState.$Shape;
        static create(properties?: apply.OpenState.$Properties): apply.OpenState;

        /**
         * Encodes the specified OpenState message. Does not implicitly {@link apply.OpenState.verify|verify} messages.
         * @param message OpenState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.OpenState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OpenState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.OpenState & apply.OpenState.$Shape} OpenState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.OpenState & apply.OpenState.$Shape;
    }

    namespace OpenState {

        /** Properties of an OpenState. */
        interface $Properties {

            /** OpenState group */
            group?: (number|null);

            /** OpenState groupBoot */
            groupBoot?: (number|null);

            /** OpenState replica */
            replica?: (number|null);

            /** OpenState stateFile */
            stateFile?: (string|null);

            /** OpenState volumeInstance */
            volumeInstance?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OpenState. */
        type $Shape = apply.OpenState.$Properties;
    }

    /**
     * Properties of a StateOpened.
     * @deprecated Use apply.StateOpened.$Properties instead.
     */
    interface IStateOpened extends apply.StateOpened.$Properties {
    }

    /** Represents a StateOpened. */
    class StateOpened {

        /**
         * Constructs a new StateOpened.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.StateOpened.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StateOpened group. */
        group: number;

        /** StateOpened groupBoot. */
        groupBoot: number;

        /** StateOpened applierBoot. */
        applierBoot: number;

        /** StateOpened appliedIndex. */
        appliedIndex: number;

        /** StateOpened appliedTerm. */
        appliedTerm: number;

        /** StateOpened flushedIndex. */
        flushedIndex: number;

        /** StateOpened membership. */
        membership?: (raft.ConfState.$Properties|null);

        /** StateOpened membershipIndex. */
        membershipIndex: number;

        /** StateOpened logClockMs. */
        logClockMs: number;

        /** StateOpened errorCode. */
        errorCode: string;

        /** StateOpened errorMessage. */
        errorMessage: string;

        /**
         * Creates a new StateOpened instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StateOpened instance
         */
        static create(properties: apply.StateOpened.$Shape): apply.StateOpened & apply.StateOpened.$Shape;
        static create(properties?: apply.StateOpened.$Properties): apply.StateOpened;

        /**
         * Encodes the specified StateOpened message. Does not implicitly {@link apply.StateOpened.verify|verify} messages.
         * @param message StateOpened message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.StateOpened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StateOpened message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.StateOpened & apply.StateOpened.$Shape} StateOpened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.StateOpened & apply.StateOpened.$Shape;
    }

    namespace StateOpened {

        /** Properties of a StateOpened. */
        interface $Properties {

            /** StateOpened group */
            group?: (number|null);

            /** StateOpened groupBoot */
            groupBoot?: (number|null);

            /** StateOpened applierBoot */
            applierBoot?: (number|null);

            /** StateOpened appliedIndex */
            appliedIndex?: (number|null);

            /** StateOpened appliedTerm */
            appliedTerm?: (number|null);

            /** StateOpened flushedIndex */
            flushedIndex?: (number|null);

            /** StateOpened membership */
            membership?: (raft.ConfState.$Properties|null);

            /** StateOpened membershipIndex */
            membershipIndex?: (number|null);

            /** StateOpened logClockMs */
            logClockMs?: (number|null);

            /** StateOpened errorCode */
            errorCode?: (string|null);

            /** StateOpened errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StateOpened. */
        type $Shape = apply.StateOpened.$Properties;
    }

    /**
     * Properties of a Waiter.
     * @deprecated Use apply.Waiter.$Properties instead.
     */
    interface IWaiter extends apply.Waiter.$Properties {
    }

    /** Represents a Waiter. */
    class Waiter {

        /**
         * Constructs a new Waiter.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Waiter.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Waiter index. */
        index: number;

        /** Waiter node. */
        node: number;

        /** Waiter gateway. */
        gateway: number;

        /** Waiter gatewayBoot. */
        gatewayBoot: number;

        /** Waiter requests. */
        requests: number[];

        /**
         * Creates a new Waiter instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Waiter instance
         */
        static create(properties: apply.Waiter.$Shape): apply.Waiter & apply.Waiter.$Shape;
        static create(properties?: apply.Waiter.$Properties): apply.Waiter;

        /**
         * Encodes the specified Waiter message. Does not implicitly {@link apply.Waiter.verify|verify} messages.
         * @param message Waiter message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Waiter.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Waiter message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Waiter & apply.Waiter.$Shape} Waiter
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Waiter & apply.Waiter.$Shape;
    }

    namespace Waiter {

        /** Properties of a Waiter. */
        interface $Properties {

            /** Waiter index */
            index?: (number|null);

            /** Waiter node */
            node?: (number|null);

            /** Waiter gateway */
            gateway?: (number|null);

            /** Waiter gatewayBoot */
            gatewayBoot?: (number|null);

            /** Waiter requests */
            requests?: (number[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Waiter. */
        type $Shape = apply.Waiter.$Properties;
    }

    /**
     * Properties of an Apply.
     * @deprecated Use apply.Apply.$Properties instead.
     */
    interface IApply extends apply.Apply.$Properties {
    }

    /** Represents an Apply. */
    class Apply {

        /**
         * Constructs a new Apply.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Apply.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Apply group. */
        group: number;

        /** Apply groupBoot. */
        groupBoot: number;

        /** Apply applierBoot. */
        applierBoot: number;

        /** Apply from. */
        from: number;

        /** Apply commit. */
        commit: number;

        /** Apply entries. */
        entries: raft.Entry.$Properties[];

        /** Apply waiters. */
        waiters: apply.Waiter.$Properties[];

        /**
         * Creates a new Apply instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Apply instance
         */
        static create(properties: apply.Apply.$Shape): apply.Apply & apply.Apply.$Shape;
        static create(properties?: apply.Apply.$Properties): apply.Apply;

        /**
         * Encodes the specified Apply message. Does not implicitly {@link apply.Apply.verify|verify} messages.
         * @param message Apply message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Apply.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Apply message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Apply & apply.Apply.$Shape} Apply
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Apply & apply.Apply.$Shape;
    }

    namespace Apply {

        /** Properties of an Apply. */
        interface $Properties {

            /** Apply group */
            group?: (number|null);

            /** Apply groupBoot */
            groupBoot?: (number|null);

            /** Apply applierBoot */
            applierBoot?: (number|null);

            /** Apply from */
            from?: (number|null);

            /** Apply commit */
            commit?: (number|null);

            /** Apply entries */
            entries?: (raft.Entry.$Properties[]|null);

            /** Apply waiters */
            waiters?: (apply.Waiter.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Apply. */
        type $Shape = apply.Apply.$Properties;
    }

    /**
     * Properties of an Applied.
     * @deprecated Use apply.Applied.$Properties instead.
     */
    interface IApplied extends apply.Applied.$Properties {
    }

    /** Represents an Applied. */
    class Applied {

        /**
         * Constructs a new Applied.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Applied.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Applied group. */
        group: number;

        /** Applied groupBoot. */
        groupBoot: number;

        /** Applied applierBoot. */
        applierBoot: number;

        /** Applied appliedIndex. */
        appliedIndex: number;

        /** Applied flushedIndex. */
        flushedIndex: number;

        /** Applied logClockMs. */
        logClockMs: number;

        /** Applied membership. */
        membership?: (raft.ConfState.$Properties|null);

        /** Applied membershipIndex. */
        membershipIndex: number;

        /** Applied nextExpiryMs. */
        nextExpiryMs: number;

        /** Applied errorCode. */
        errorCode: string;

        /** Applied errorMessage. */
        errorMessage: string;

        /**
         * Creates a new Applied instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Applied instance
         */
        static create(properties: apply.Applied.$Shape): apply.Applied & apply.Applied.$Shape;
        static create(properties?: apply.Applied.$Properties): apply.Applied;

        /**
         * Encodes the specified Applied message. Does not implicitly {@link apply.Applied.verify|verify} messages.
         * @param message Applied message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Applied.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Applied message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Applied & apply.Applied.$Shape} Applied
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Applied & apply.Applied.$Shape;
    }

    namespace Applied {

        /** Properties of an Applied. */
        interface $Properties {

            /** Applied group */
            group?: (number|null);

            /** Applied groupBoot */
            groupBoot?: (number|null);

            /** Applied applierBoot */
            applierBoot?: (number|null);

            /** Applied appliedIndex */
            appliedIndex?: (number|null);

            /** Applied flushedIndex */
            flushedIndex?: (number|null);

            /** Applied logClockMs */
            logClockMs?: (number|null);

            /** Applied membership */
            membership?: (raft.ConfState.$Properties|null);

            /** Applied membershipIndex */
            membershipIndex?: (number|null);

            /** Applied nextExpiryMs */
            nextExpiryMs?: (number|null);

            /** Applied errorCode */
            errorCode?: (string|null);

            /** Applied errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Applied. */
        type $Shape = apply.Applied.$Properties;
    }

    /**
     * Properties of a Get.
     * @deprecated Use apply.Get.$Properties instead.
     */
    interface IGet extends apply.Get.$Properties {
    }

    /** Represents a Get. */
    class Get {

        /**
         * Constructs a new Get.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Get.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Get collection. */
        collection: Uint8Array;

        /** Get key. */
        key: Uint8Array;

        /**
         * Creates a new Get instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Get instance
         */
        static create(properties: apply.Get.$Shape): apply.Get & apply.Get.$Shape;
        static create(properties?: apply.Get.$Properties): apply.Get;

        /**
         * Encodes the specified Get message. Does not implicitly {@link apply.Get.verify|verify} messages.
         * @param message Get message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Get.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Get message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Get & apply.Get.$Shape} Get
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Get & apply.Get.$Shape;
    }

    namespace Get {

        /** Properties of a Get. */
        interface $Properties {

            /** Get collection */
            collection?: (Uint8Array|null);

            /** Get key */
            key?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Get. */
        type $Shape = apply.Get.$Properties;
    }

    /**
     * Properties of a Scan.
     * @deprecated Use apply.Scan.$Properties instead.
     */
    interface IScan extends apply.Scan.$Properties {
    }

    /** Represents a Scan. */
    class Scan {

        /**
         * Constructs a new Scan.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Scan.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Scan collection. */
        collection: Uint8Array;

        /** Scan from. */
        from: Uint8Array;

        /** Scan to. */
        to: Uint8Array;

        /** Scan after. */
        after: boolean;

        /** Scan vshards. */
        vshards: number[];

        /** Scan limit. */
        limit: number;

        /** Scan keysOnly. */
        keysOnly: boolean;

        /**
         * Creates a new Scan instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Scan instance
         */
        static create(properties: apply.Scan.$Shape): apply.Scan & apply.Scan.$Shape;
        static create(properties?: apply.Scan.$Properties): apply.Scan;

        /**
         * Encodes the specified Scan message. Does not implicitly {@link apply.Scan.verify|verify} messages.
         * @param message Scan message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Scan.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Scan message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Scan & apply.Scan.$Shape} Scan
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Scan & apply.Scan.$Shape;
    }

    namespace Scan {

        /** Properties of a Scan. */
        interface $Properties {

            /** Scan collection */
            collection?: (Uint8Array|null);

            /** Scan from */
            from?: (Uint8Array|null);

            /** Scan to */
            to?: (Uint8Array|null);

            /** Scan after */
            after?: (boolean|null);

            /** Scan vshards */
            vshards?: (number[]|null);

            /** Scan limit */
            limit?: (number|null);

            /** Scan keysOnly */
            keysOnly?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Scan. */
        type $Shape = apply.Scan.$Properties;
    }

    /**
     * Properties of a Query.
     * @deprecated Use apply.Query.$Properties instead.
     */
    interface IQuery extends apply.Query.$Properties {
    }

    /** Represents a Query. */
    class Query {

        /**
         * Constructs a new Query.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Query.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Query request. */
        request: number;

        /** Query get. */
        get?: (apply.Get.$Properties|null);

        /** Query scan. */
        scan?: (apply.Scan.$Properties|null);

        /** Query query. */
        query?: ("get"|"scan");

        /**
         * Creates a new Query instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Query instance
         */
        static create(properties: apply.Query.$Shape): apply.Query & apply.Query.$Shape;
        static create(properties?: apply.Query.$Properties): apply.Query;

        /**
         * Encodes the specified Query message. Does not implicitly {@link apply.Query.verify|verify} messages.
         * @param message Query message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Query.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Query message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Query & apply.Query.$Shape} Query
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Query & apply.Query.$Shape;
    }

    namespace Query {

        /** Properties of a Query. */
        interface $Properties {

            /** Query request */
            request?: (number|null);

            /** Query get */
            get?: (apply.Get.$Properties|null);

            /** Query scan */
            scan?: (apply.Scan.$Properties|null);

            /** Query query */
            query?: ("get"|"scan");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Query. */
        type $Shape = {
          request?: number|null;
          get?: apply.Get.$Shape|null;
          scan?: apply.Scan.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ query?: undefined; get?: null; scan?: null }|{ query?: "get"; get: apply.Get.$Shape; scan?: null }|{ query?: "scan"; get?: null; scan: apply.Scan.$Shape })
        );
    }

    /**
     * Properties of a Read.
     * @deprecated Use apply.Read.$Properties instead.
     */
    interface IRead extends apply.Read.$Properties {
    }

    /** Represents a Read. */
    class Read {

        /**
         * Constructs a new Read.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Read.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Read group. */
        group: number;

        /** Read groupBoot. */
        groupBoot: number;

        /** Read applierBoot. */
        applierBoot: number;

        /** Read readIndex. */
        readIndex: number;

        /** Read node. */
        node: number;

        /** Read gateway. */
        gateway: number;

        /** Read gatewayBoot. */
        gatewayBoot: number;

        /** Read queries. */
        queries: apply.Query.$Properties[];

        /**
         * Creates a new Read instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Read instance
         */
        static create(properties: apply.Read.$Shape): apply.Read & apply.Read.$Shape;
        static create(properties?: apply.Read.$Properties): apply.Read;

        /**
         * Encodes the specified Read message. Does not implicitly {@link apply.Read.verify|verify} messages.
         * @param message Read message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Read.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Read message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Read & apply.Read.$Shape} Read
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Read & apply.Read.$Shape;
    }

    namespace Read {

        /** Properties of a Read. */
        interface $Properties {

            /** Read group */
            group?: (number|null);

            /** Read groupBoot */
            groupBoot?: (number|null);

            /** Read applierBoot */
            applierBoot?: (number|null);

            /** Read readIndex */
            readIndex?: (number|null);

            /** Read node */
            node?: (number|null);

            /** Read gateway */
            gateway?: (number|null);

            /** Read gatewayBoot */
            gatewayBoot?: (number|null);

            /** Read queries */
            queries?: (apply.Query.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Read. */
        type $Shape = {
          group?: number|null;
          groupBoot?: number|null;
          applierBoot?: number|null;
          readIndex?: number|null;
          node?: number|null;
          gateway?: number|null;
          gatewayBoot?: number|null;
          queries?: apply.Query.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of an Item.
     * @deprecated Use apply.Item.$Properties instead.
     */
    interface IItem extends apply.Item.$Properties {
    }

    /** Represents an Item. */
    class Item {

        /**
         * Constructs a new Item.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Item.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Item key. */
        key: Uint8Array;

        /** Item kind. */
        kind: command.ItemKind;

        /** Item value. */
        value: Uint8Array;

        /** Item revision. */
        revision: number;

        /** Item expiresAtMs. */
        expiresAtMs: number;

        /**
         * Creates a new Item instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Item instance
         */
        static create(properties: apply.Item.$Shape): apply.Item & apply.Item.$Shape;
        static create(properties?: apply.Item.$Properties): apply.Item;

        /**
         * Encodes the specified Item message. Does not implicitly {@link apply.Item.verify|verify} messages.
         * @param message Item message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Item.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Item message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Item & apply.Item.$Shape} Item
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Item & apply.Item.$Shape;
    }

    namespace Item {

        /** Properties of an Item. */
        interface $Properties {

            /** Item key */
            key?: (Uint8Array|null);

            /** Item kind */
            kind?: (command.ItemKind|null);

            /** Item value */
            value?: (Uint8Array|null);

            /** Item revision */
            revision?: (number|null);

            /** Item expiresAtMs */
            expiresAtMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Item. */
        type $Shape = apply.Item.$Properties;
    }

    /**
     * Properties of an Answer.
     * @deprecated Use apply.Answer.$Properties instead.
     */
    interface IAnswer extends apply.Answer.$Properties {
    }

    /** Represents an Answer. */
    class Answer {

        /**
         * Constructs a new Answer.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Answer.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Answer request. */
        request: number;

        /** Answer result. */
        result?: (command.Result.$Properties|null);

        /** Answer items. */
        items?: (apply.Items.$Properties|null);

        /** Answer answer. */
        answer?: ("result"|"items");

        /**
         * Creates a new Answer instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Answer instance
         */
        static create(properties: apply.Answer.$Shape): apply.Answer & apply.Answer.$Shape;
        static create(properties?: apply.Answer.$Properties): apply.Answer;

        /**
         * Encodes the specified Answer message. Does not implicitly {@link apply.Answer.verify|verify} messages.
         * @param message Answer message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Answer.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Answer message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Answer & apply.Answer.$Shape} Answer
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Answer & apply.Answer.$Shape;
    }

    namespace Answer {

        /** Properties of an Answer. */
        interface $Properties {

            /** Answer request */
            request?: (number|null);

            /** Answer result */
            result?: (command.Result.$Properties|null);

            /** Answer items */
            items?: (apply.Items.$Properties|null);

            /** Answer answer */
            answer?: ("result"|"items");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Answer. */
        type $Shape = {
          request?: number|null;
          result?: command.Result.$Shape|null;
          items?: apply.Items.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ answer?: undefined; result?: null; items?: null }|{ answer?: "result"; result: command.Result.$Shape; items?: null }|{ answer?: "items"; result?: null; items: apply.Items.$Shape })
        );
    }

    /**
     * Properties of an Items.
     * @deprecated Use apply.Items.$Properties instead.
     */
    interface IItems extends apply.Items.$Properties {
    }

    /** Represents an Items. */
    class Items {

        /**
         * Constructs a new Items.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Items.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Items items. */
        items: apply.Item.$Properties[];

        /** Items more. */
        more: boolean;

        /** Items logClockMs. */
        logClockMs: number;

        /** Items errorCode. */
        errorCode: string;

        /** Items errorMessage. */
        errorMessage: string;

        /**
         * Creates a new Items instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Items instance
         */
        static create(properties: apply.Items.$Shape): apply.Items & apply.Items.$Shape;
        static create(properties?: apply.Items.$Properties): apply.Items;

        /**
         * Encodes the specified Items message. Does not implicitly {@link apply.Items.verify|verify} messages.
         * @param message Items message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Items.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Items message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Items & apply.Items.$Shape} Items
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Items & apply.Items.$Shape;
    }

    namespace Items {

        /** Properties of an Items. */
        interface $Properties {

            /** Items items */
            items?: (apply.Item.$Properties[]|null);

            /** Items more */
            more?: (boolean|null);

            /** Items logClockMs */
            logClockMs?: (number|null);

            /** Items errorCode */
            errorCode?: (string|null);

            /** Items errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Items. */
        type $Shape = apply.Items.$Properties;
    }

    /**
     * Properties of an Answers.
     * @deprecated Use apply.Answers.$Properties instead.
     */
    interface IAnswers extends apply.Answers.$Properties {
    }

    /** Represents an Answers. */
    class Answers {

        /**
         * Constructs a new Answers.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Answers.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Answers group. */
        group: number;

        /** Answers answers. */
        answers: apply.Answer.$Properties[];

        /**
         * Creates a new Answers instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Answers instance
         */
        static create(properties: apply.Answers.$Shape): apply.Answers & apply.Answers.$Shape;
        static create(properties?: apply.Answers.$Properties): apply.Answers;

        /**
         * Encodes the specified Answers message. Does not implicitly {@link apply.Answers.verify|verify} messages.
         * @param message Answers message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Answers.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Answers message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Answers & apply.Answers.$Shape} Answers
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Answers & apply.Answers.$Shape;
    }

    namespace Answers {

        /** Properties of an Answers. */
        interface $Properties {

            /** Answers group */
            group?: (number|null);

            /** Answers answers */
            answers?: (apply.Answer.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Answers. */
        type $Shape = {
          group?: number|null;
          answers?: apply.Answer.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Flush.
     * @deprecated Use apply.Flush.$Properties instead.
     */
    interface IFlush extends apply.Flush.$Properties {
    }

    /** Represents a Flush. */
    class Flush {

        /**
         * Constructs a new Flush.
         * @param [properties] Properties to set
         */
        constructor(properties?: apply.Flush.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Flush instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Flush instance
         */
        static create(properties: apply.Flush.$Shape): apply.Flush & apply.Flush.$Shape;
        static create(properties?: apply.Flush.$Properties): apply.Flush;

        /**
         * Encodes the specified Flush message. Does not implicitly {@link apply.Flush.verify|verify} messages.
         * @param message Flush message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: apply.Flush.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Flush message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {apply.Flush & apply.Flush.$Shape} Flush
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): apply.Flush & apply.Flush.$Shape;
    }

    namespace Flush {

        /** Properties of a Flush. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Flush. */
        type $Shape = apply.Flush.$Properties;
    }
}

/** Namespace raft. */
export namespace raft {

    /** EntryType enum. */
    enum EntryType {

        /** NORMAL value */
        NORMAL = 0,

        /** CONF_CHANGE value */
        CONF_CHANGE = 1,

        /** CONF_CHANGE_V2 value */
        CONF_CHANGE_V2 = 2
    }

    /**
     * Properties of an Entry.
     * @deprecated Use raft.Entry.$Properties instead.
     */
    interface IEntry extends raft.Entry.$Properties {
    }

    /** Represents an Entry. */
    class Entry {

        /**
         * Constructs a new Entry.
         * @param [properties] Properties to set
         */
        constructor(properties?: raft.Entry.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Entry term. */
        term: number;

        /** Entry index. */
        index: number;

        /** Entry type. */
        type: raft.EntryType;

        /** Entry data. */
        data: Uint8Array;

        /**
         * Creates a new Entry instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Entry instance
         */
        static create(properties: raft.Entry.$Shape): raft.Entry & raft.Entry.$Shape;
        static create(properties?: raft.Entry.$Properties): raft.Entry;

        /**
         * Encodes the specified Entry message. Does not implicitly {@link raft.Entry.verify|verify} messages.
         * @param message Entry message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: raft.Entry.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Entry message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {raft.Entry & raft.Entry.$Shape} Entry
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): raft.Entry & raft.Entry.$Shape;
    }

    namespace Entry {

        /** Properties of an Entry. */
        interface $Properties {

            /** Entry term */
            term?: (number|null);

            /** Entry index */
            index?: (number|null);

            /** Entry type */
            type?: (raft.EntryType|null);

            /** Entry data */
            data?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Entry. */
        type $Shape = raft.Entry.$Properties;
    }

    /** MessageType enum. */
    enum MessageType {

        /** HUP value */
        HUP = 0,

        /** BEAT value */
        BEAT = 1,

        /** PROP value */
        PROP = 2,

        /** APP value */
        APP = 3,

        /** APP_RESP value */
        APP_RESP = 4,

        /** VOTE value */
        VOTE = 5,

        /** VOTE_RESP value */
        VOTE_RESP = 6,

        /** SNAP value */
        SNAP = 7,

        /** HEARTBEAT value */
        HEARTBEAT = 8,

        /** HEARTBEAT_RESP value */
        HEARTBEAT_RESP = 9,

        /** UNREACHABLE value */
        UNREACHABLE = 10,

        /** SNAP_STATUS value */
        SNAP_STATUS = 11,

        /** CHECK_QUORUM value */
        CHECK_QUORUM = 12,

        /** TRANSFER_LEADER value */
        TRANSFER_LEADER = 13,

        /** TIMEOUT_NOW value */
        TIMEOUT_NOW = 14,

        /** READ_INDEX value */
        READ_INDEX = 15,

        /** READ_INDEX_RESP value */
        READ_INDEX_RESP = 16,

        /** PRE_VOTE value */
        PRE_VOTE = 17,

        /** PRE_VOTE_RESP value */
        PRE_VOTE_RESP = 18,

        /** STORAGE_APPEND value */
        STORAGE_APPEND = 19,

        /** STORAGE_APPEND_RESP value */
        STORAGE_APPEND_RESP = 20,

        /** STORAGE_APPLY value */
        STORAGE_APPLY = 21,

        /** STORAGE_APPLY_RESP value */
        STORAGE_APPLY_RESP = 22,

        /** FORGET_LEADER value */
        FORGET_LEADER = 23
    }

    /**
     * Properties of a Message.
     * @deprecated Use raft.Message.$Properties instead.
     */
    interface IMessage extends raft.Message.$Properties {
    }

    /** Represents a Message. */
    class Message {

        /**
         * Constructs a new Message.
         * @param [properties] Properties to set
         */
        constructor(properties?: raft.Message.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Message type. */
        type: raft.MessageType;

        /** Message to. */
        to: number;

        /** Message from. */
        from: number;

        /** Message term. */
        term: number;

        /** Message logTerm. */
        logTerm: number;

        /** Message index. */
        index: number;

        /** Message entries. */
        entries: raft.Entry.$Properties[];

        /** Message commit. */
        commit: number;

        /** Message vote. */
        vote: number;

        /** Message reject. */
        reject: boolean;

        /** Message rejectHint. */
        rejectHint: number;

        /** Message context. */
        context: Uint8Array;

        /** Message clockMs. */
        clockMs: number;

        /** Message matchAll. */
        matchAll: number;

        /**
         * Creates a new Message instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Message instance
         */
        static create(properties: raft.Message.$Shape): raft.Message & raft.Message.$Shape;
        static create(properties?: raft.Message.$Properties): raft.Message;

        /**
         * Encodes the specified Message message. Does not implicitly {@link raft.Message.verify|verify} messages.
         * @param message Message message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: raft.Message.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Message message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {raft.Message & raft.Message.$Shape} Message
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): raft.Message & raft.Message.$Shape;
    }

    namespace Message {

        /** Properties of a Message. */
        interface $Properties {

            /** Message type */
            type?: (raft.MessageType|null);

            /** Message to */
            to?: (number|null);

            /** Message from */
            from?: (number|null);

            /** Message term */
            term?: (number|null);

            /** Message logTerm */
            logTerm?: (number|null);

            /** Message index */
            index?: (number|null);

            /** Message entries */
            entries?: (raft.Entry.$Properties[]|null);

            /** Message commit */
            commit?: (number|null);

            /** Message vote */
            vote?: (number|null);

            /** Message reject */
            reject?: (boolean|null);

            /** Message rejectHint */
            rejectHint?: (number|null);

            /** Message context */
            context?: (Uint8Array|null);

            /** Message clockMs */
            clockMs?: (number|null);

            /** Message matchAll */
            matchAll?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Message. */
        type $Shape = raft.Message.$Properties;
    }

    /**
     * Properties of a HardState.
     * @deprecated Use raft.HardState.$Properties instead.
     */
    interface IHardState extends raft.HardState.$Properties {
    }

    /** Represents a HardState. */
    class HardState {

        /**
         * Constructs a new HardState.
         * @param [properties] Properties to set
         */
        constructor(properties?: raft.HardState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** HardState term. */
        term: number;

        /** HardState vote. */
        vote: number;

        /** HardState commit. */
        commit: number;

        /**
         * Creates a new HardState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns HardState instance
         */
        static create(properties: raft.HardState.$Shape): raft.HardState & raft.HardState.$Shape;
        static create(properties?: raft.HardState.$Properties): raft.HardState;

        /**
         * Encodes the specified HardState message. Does not implicitly {@link raft.HardState.verify|verify} messages.
         * @param message HardState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: raft.HardState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a HardState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {raft.HardState & raft.HardState.$Shape} HardState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): raft.HardState & raft.HardState.$Shape;
    }

    namespace HardState {

        /** Properties of a HardState. */
        interface $Properties {

            /** HardState term */
            term?: (number|null);

            /** HardState vote */
            vote?: (number|null);

            /** HardState commit */
            commit?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a HardState. */
        type $Shape = raft.HardState.$Properties;
    }

    /**
     * Properties of a ConfState.
     * @deprecated Use raft.ConfState.$Properties instead.
     */
    interface IConfState extends raft.ConfState.$Properties {
    }

    /** Represents a ConfState. */
    class ConfState {

        /**
         * Constructs a new ConfState.
         * @param [properties] Properties to set
         */
        constructor(properties?: raft.ConfState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ConfState voters. */
        voters: number[];

        /** ConfState learners. */
        learners: number[];

        /** ConfState votersOutgoing. */
        votersOutgoing: number[];

        /** ConfState learnersNext. */
        learnersNext: number[];

        /** ConfState autoLeave. */
        autoLeave: boolean;

        /**
         * Creates a new ConfState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ConfState instance
         */
        static create(properties: raft.ConfState.$Shape): raft.ConfState & raft.ConfState.$Shape;
        static create(properties?: raft.ConfState.$Properties): raft.ConfState;

        /**
         * Encodes the specified ConfState message. Does not implicitly {@link raft.ConfState.verify|verify} messages.
         * @param message ConfState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: raft.ConfState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ConfState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {raft.ConfState & raft.ConfState.$Shape} ConfState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): raft.ConfState & raft.ConfState.$Shape;
    }

    namespace ConfState {

        /** Properties of a ConfState. */
        interface $Properties {

            /** ConfState voters */
            voters?: (number[]|null);

            /** ConfState learners */
            learners?: (number[]|null);

            /** ConfState votersOutgoing */
            votersOutgoing?: (number[]|null);

            /** ConfState learnersNext */
            learnersNext?: (number[]|null);

            /** ConfState autoLeave */
            autoLeave?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ConfState. */
        type $Shape = raft.ConfState.$Properties;
    }
}

/** Namespace command. */
export namespace command {

    /**
     * Properties of a Batch.
     * @deprecated Use command.Batch.$Properties instead.
     */
    interface IBatch extends command.Batch.$Properties {
    }

    /** Represents a Batch. */
    class Batch {

        /**
         * Constructs a new Batch.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Batch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Batch clockMs. */
        clockMs: number;

        /** Batch commands. */
        commands: Uint8Array[];

        /**
         * Creates a new Batch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Batch instance
         */
        static create(properties: command.Batch.$Shape): command.Batch & command.Batch.$Shape;
        static create(properties?: command.Batch.$Properties): command.Batch;

        /**
         * Encodes the specified Batch message. Does not implicitly {@link command.Batch.verify|verify} messages.
         * @param message Batch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Batch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Batch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Batch & command.Batch.$Shape} Batch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Batch & command.Batch.$Shape;
    }

    namespace Batch {

        /** Properties of a Batch. */
        interface $Properties {

            /** Batch clockMs */
            clockMs?: (number|null);

            /** Batch commands */
            commands?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Batch. */
        type $Shape = command.Batch.$Properties;
    }

    /**
     * Properties of a Command.
     * @deprecated Use command.Command.$Properties instead.
     */
    interface ICommand extends command.Command.$Properties {
    }

    /** Represents a Command. */
    class Command {

        /**
         * Constructs a new Command.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Command.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Command sessionStampMs. */
        sessionStampMs: number;

        /** Command sessionSerial. */
        sessionSerial: number;

        /** Command sequence. */
        sequence: number;

        /** Command lowestUnresolved. */
        lowestUnresolved: number;

        /** Command idempotencyHash. */
        idempotencyHash: Uint8Array;

        /** Command requestHash. */
        requestHash: Uint8Array;

        /** Command vshard. */
        vshard: number;

        /** Command operations. */
        operations: command.Operation.$Properties[];

        /**
         * Creates a new Command instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Command instance
         */
        static create(properties: command.Command.$Shape): command.Command & command.Command.$Shape;
        static create(properties?: command.Command.$Properties): command.Command;

        /**
         * Encodes the specified Command message. Does not implicitly {@link command.Command.verify|verify} messages.
         * @param message Command message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Command.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Command message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Command & command.Command.$Shape} Command
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Command & command.Command.$Shape;
    }

    namespace Command {

        /** Properties of a Command. */
        interface $Properties {

            /** Command sessionStampMs */
            sessionStampMs?: (number|null);

            /** Command sessionSerial */
            sessionSerial?: (number|null);

            /** Command sequence */
            sequence?: (number|null);

            /** Command lowestUnresolved */
            lowestUnresolved?: (number|null);

            /** Command idempotencyHash */
            idempotencyHash?: (Uint8Array|null);

            /** Command requestHash */
            requestHash?: (Uint8Array|null);

            /** Command vshard */
            vshard?: (number|null);

            /** Command operations */
            operations?: (command.Operation.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Command. */
        type $Shape = {
          sessionStampMs?: number|null;
          sessionSerial?: number|null;
          sequence?: number|null;
          lowestUnresolved?: number|null;
          idempotencyHash?: Uint8Array|null;
          requestHash?: Uint8Array|null;
          vshard?: number|null;
          operations?: command.Operation.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /** ItemKind enum. */
    enum ItemKind {

        /** BYTES value */
        BYTES = 0,

        /** JSON value */
        JSON = 1,

        /** INTEGER value */
        INTEGER = 2
    }

    /** Precondition enum. */
    enum Precondition {

        /** NONE value */
        NONE = 0,

        /** ABSENT value */
        ABSENT = 1,

        /** PRESENT value */
        PRESENT = 2,

        /** REVISION value */
        REVISION = 3
    }

    /**
     * Properties of an Operation.
     * @deprecated Use command.Operation.$Properties instead.
     */
    interface IOperation extends command.Operation.$Properties {
    }

    /** Represents an Operation. */
    class Operation {

        /**
         * Constructs a new Operation.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Operation.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Operation collection. */
        collection: Uint8Array;

        /** Operation key. */
        key: Uint8Array;

        /** Operation precondition. */
        precondition: command.Precondition;

        /** Operation expectedRevision. */
        expectedRevision: number;

        /** Operation put. */
        put?: (command.Put.$Properties|null);

        /** Operation delete. */
        delete?: (command.Delete.$Properties|null);

        /** Operation increment. */
        increment?: (command.Increment.$Properties|null);

        /** Operation action. */
        action?: ("put"|"delete"|"increment");

        /**
         * Creates a new Operation instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Operation instance
         */
        static create(properties: command.Operation.$Shape): command.Operation & command.Operation.$Shape;
        static create(properties?: command.Operation.$Properties): command.Operation;

        /**
         * Encodes the specified Operation message. Does not implicitly {@link command.Operation.verify|verify} messages.
         * @param message Operation message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Operation.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Operation message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Operation & command.Operation.$Shape} Operation
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Operation & command.Operation.$Shape;
    }

    namespace Operation {

        /** Properties of an Operation. */
        interface $Properties {

            /** Operation collection */
            collection?: (Uint8Array|null);

            /** Operation key */
            key?: (Uint8Array|null);

            /** Operation precondition */
            precondition?: (command.Precondition|null);

            /** Operation expectedRevision */
            expectedRevision?: (number|null);

            /** Operation put */
            put?: (command.Put.$Properties|null);

            /** Operation delete */
            "delete"?: (command.Delete.$Properties|null);

            /** Operation increment */
            increment?: (command.Increment.$Properties|null);

            /** Operation action */
            action?: ("put"|"delete"|"increment");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of an Operation. */
        type $Shape = {
          collection?: Uint8Array|null;
          key?: Uint8Array|null;
          precondition?: command.Precondition|null;
          expectedRevision?: number|null;
          put?: command.Put.$Shape|null;
          "delete"?: command.Delete.$Shape|null;
          increment?: command.Increment.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ action?: undefined; put?: null; "delete"?: null; increment?: null }|{ action?: "put"; put: command.Put.$Shape; "delete"?: null; increment?: null }|{ action?: "delete"; put?: null; "delete": command.Delete.$Shape; increment?: null }|{ action?: "increment"; put?: null; "delete"?: null; increment: command.Increment.$Shape })
        );
    }

    /**
     * Properties of a Put.
     * @deprecated Use command.Put.$Properties instead.
     */
    interface IPut extends command.Put.$Properties {
    }

    /** Represents a Put. */
    class Put {

        /**
         * Constructs a new Put.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Put.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Put kind. */
        kind: command.ItemKind;

        /** Put value. */
        value: Uint8Array;

        /** Put timeToLiveMs. */
        timeToLiveMs: number;

        /**
         * Creates a new Put instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Put instance
         */
        static create(properties: command.Put.$Shape): command.Put & command.Put.$Shape;
        static create(properties?: command.Put.$Properties): command.Put;

        /**
         * Encodes the specified Put message. Does not implicitly {@link command.Put.verify|verify} messages.
         * @param message Put message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Put.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Put message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Put & command.Put.$Shape} Put
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Put & command.Put.$Shape;
    }

    namespace Put {

        /** Properties of a Put. */
        interface $Properties {

            /** Put kind */
            kind?: (command.ItemKind|null);

            /** Put value */
            value?: (Uint8Array|null);

            /** Put timeToLiveMs */
            timeToLiveMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Put. */
        type $Shape = command.Put.$Properties;
    }

    /**
     * Properties of a Delete.
     * @deprecated Use command.Delete.$Properties instead.
     */
    interface IDelete extends command.Delete.$Properties {
    }

    /** Represents a Delete. */
    class Delete {

        /**
         * Constructs a new Delete.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Delete.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Delete instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Delete instance
         */
        static create(properties: command.Delete.$Shape): command.Delete & command.Delete.$Shape;
        static create(properties?: command.Delete.$Properties): command.Delete;

        /**
         * Encodes the specified Delete message. Does not implicitly {@link command.Delete.verify|verify} messages.
         * @param message Delete message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Delete.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Delete message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Delete & command.Delete.$Shape} Delete
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Delete & command.Delete.$Shape;
    }

    namespace Delete {

        /** Properties of a Delete. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Delete. */
        type $Shape = command.Delete.$Properties;
    }

    /**
     * Properties of an Increment.
     * @deprecated Use command.Increment.$Properties instead.
     */
    interface IIncrement extends command.Increment.$Properties {
    }

    /** Represents an Increment. */
    class Increment {

        /**
         * Constructs a new Increment.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Increment.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Increment delta. */
        delta: number;

        /**
         * Creates a new Increment instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Increment instance
         */
        static create(properties: command.Increment.$Shape): command.Increment & command.Increment.$Shape;
        static create(properties?: command.Increment.$Properties): command.Increment;

        /**
         * Encodes the specified Increment message. Does not implicitly {@link command.Increment.verify|verify} messages.
         * @param message Increment message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Increment.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Increment message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Increment & command.Increment.$Shape} Increment
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Increment & command.Increment.$Shape;
    }

    namespace Increment {

        /** Properties of an Increment. */
        interface $Properties {

            /** Increment delta */
            delta?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Increment. */
        type $Shape = command.Increment.$Properties;
    }

    /**
     * Properties of a Result.
     * @deprecated Use command.Result.$Properties instead.
     */
    interface IResult extends command.Result.$Properties {
    }

    /** Represents a Result. */
    class Result {

        /**
         * Constructs a new Result.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.Result.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Result errorCode. */
        errorCode: string;

        /** Result errorMessage. */
        errorMessage: string;

        /** Result operations. */
        operations: command.OperationResult.$Properties[];

        /** Result replayed. */
        replayed: boolean;

        /** Result logClockMs. */
        logClockMs: number;

        /**
         * Creates a new Result instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Result instance
         */
        static create(properties: command.Result.$Shape): command.Result & command.Result.$Shape;
        static create(properties?: command.Result.$Properties): command.Result;

        /**
         * Encodes the specified Result message. Does not implicitly {@link command.Result.verify|verify} messages.
         * @param message Result message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.Result.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Result message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.Result & command.Result.$Shape} Result
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.Result & command.Result.$Shape;
    }

    namespace Result {

        /** Properties of a Result. */
        interface $Properties {

            /** Result errorCode */
            errorCode?: (string|null);

            /** Result errorMessage */
            errorMessage?: (string|null);

            /** Result operations */
            operations?: (command.OperationResult.$Properties[]|null);

            /** Result replayed */
            replayed?: (boolean|null);

            /** Result logClockMs */
            logClockMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Result. */
        type $Shape = command.Result.$Properties;
    }

    /**
     * Properties of an OperationResult.
     * @deprecated Use command.OperationResult.$Properties instead.
     */
    interface IOperationResult extends command.OperationResult.$Properties {
    }

    /** Represents an OperationResult. */
    class OperationResult {

        /**
         * Constructs a new OperationResult.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.OperationResult.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** OperationResult revision. */
        revision: number;

        /** OperationResult integer. */
        integer: number;

        /** OperationResult existed. */
        existed: boolean;

        /**
         * Creates a new OperationResult instance using the specified properties.
         * @param [properties] Properties to set
         * @returns OperationResult instance
         */
        static create(properties: command.OperationResult.$Shape): command.OperationResult & command.OperationResult.$Shape;
        static create(properties?: command.OperationResult.$Properties): command.OperationResult;

        /**
         * Encodes the specified OperationResult message. Does not implicitly {@link command.OperationResult.verify|verify} messages.
         * @param message OperationResult message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.OperationResult.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an OperationResult message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.OperationResult & command.OperationResult.$Shape} OperationResult
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.OperationResult & command.OperationResult.$Shape;
    }

    namespace OperationResult {

        /** Properties of an OperationResult. */
        interface $Properties {

            /** OperationResult revision */
            revision?: (number|null);

            /** OperationResult integer */
            integer?: (number|null);

            /** OperationResult existed */
            existed?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an OperationResult. */
        type $Shape = command.OperationResult.$Properties;
    }

    /**
     * Properties of a SessionFloor.
     * @deprecated Use command.SessionFloor.$Properties instead.
     */
    interface ISessionFloor extends command.SessionFloor.$Properties {
    }

    /** Represents a SessionFloor. */
    class SessionFloor {

        /**
         * Constructs a new SessionFloor.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.SessionFloor.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** SessionFloor lowestUnresolved. */
        lowestUnresolved: number;

        /**
         * Creates a new SessionFloor instance using the specified properties.
         * @param [properties] Properties to set
         * @returns SessionFloor instance
         */
        static create(properties: command.SessionFloor.$Shape): command.SessionFloor & command.SessionFloor.$Shape;
        static create(properties?: command.SessionFloor.$Properties): command.SessionFloor;

        /**
         * Encodes the specified SessionFloor message. Does not implicitly {@link command.SessionFloor.verify|verify} messages.
         * @param message SessionFloor message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.SessionFloor.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a SessionFloor message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.SessionFloor & command.SessionFloor.$Shape} SessionFloor
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.SessionFloor & command.SessionFloor.$Shape;
    }

    namespace SessionFloor {

        /** Properties of a SessionFloor. */
        interface $Properties {

            /** SessionFloor lowestUnresolved */
            lowestUnresolved?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a SessionFloor. */
        type $Shape = command.SessionFloor.$Properties;
    }

    /**
     * Properties of an InitialState.
     * @deprecated Use command.InitialState.$Properties instead.
     */
    interface IInitialState extends command.InitialState.$Properties {
    }

    /** Represents an InitialState. */
    class InitialState {

        /**
         * Constructs a new InitialState.
         * @param [properties] Properties to set
         */
        constructor(properties?: command.InitialState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** InitialState voters. */
        voters: number[];

        /** InitialState vshards. */
        vshards: number[];

        /** InitialState mapVersion. */
        mapVersion: number;

        /** InitialState clockMs. */
        clockMs: number;

        /**
         * Creates a new InitialState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns InitialState instance
         */
        static create(properties: command.InitialState.$Shape): command.InitialState & command.InitialState.$Shape;
        static create(properties?: command.InitialState.$Properties): command.InitialState;

        /**
         * Encodes the specified InitialState message. Does not implicitly {@link command.InitialState.verify|verify} messages.
         * @param message InitialState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: command.InitialState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an InitialState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {command.InitialState & command.InitialState.$Shape} InitialState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): command.InitialState & command.InitialState.$Shape;
    }

    namespace InitialState {

        /** Properties of an InitialState. */
        interface $Properties {

            /** InitialState voters */
            voters?: (number[]|null);

            /** InitialState vshards */
            vshards?: (number[]|null);

            /** InitialState mapVersion */
            mapVersion?: (number|null);

            /** InitialState clockMs */
            clockMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an InitialState. */
        type $Shape = command.InitialState.$Properties;
    }
}

/** Namespace client. */
export namespace client {

    /**
     * Properties of a Hello.
     * @deprecated Use client.Hello.$Properties instead.
     */
    interface IHello extends client.Hello.$Properties {
    }

    /** Represents a Hello. */
    class Hello {

        /**
         * Constructs a new Hello.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Hello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hello protocol. */
        protocol: number;

        /** Hello clusterId. */
        clusterId: string;

        /**
         * Creates a new Hello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Hello instance
         */
        static create(properties: client.Hello.$Shape): client.Hello & client.Hello.$Shape;
        static create(properties?: client.Hello.$Properties): client.Hello;

        /**
         * Encodes the specified Hello message. Does not implicitly {@link client.Hello.verify|verify} messages.
         * @param message Hello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Hello & client.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Hello & client.Hello.$Shape;
    }

    namespace Hello {

        /** Properties of a Hello. */
        interface $Properties {

            /** Hello protocol */
            protocol?: (number|null);

            /** Hello clusterId */
            clusterId?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hello. */
        type $Shape = client.Hello.$Properties;
    }

    /**
     * Properties of a Welcome.
     * @deprecated Use client.Welcome.$Properties instead.
     */
    interface IWelcome extends client.Welcome.$Properties {
    }

    /** Represents a Welcome. */
    class Welcome {

        /**
         * Constructs a new Welcome.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Welcome.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Welcome protocol. */
        protocol: number;

        /** Welcome clusterId. */
        clusterId: string;

        /** Welcome node. */
        node: number;

        /** Welcome sessionStampMs. */
        sessionStampMs: number;

        /** Welcome sessionSerial. */
        sessionSerial: number;

        /** Welcome errorCode. */
        errorCode: string;

        /** Welcome errorMessage. */
        errorMessage: string;

        /** Welcome map. */
        map?: (client.ClusterMap.$Properties|null);

        /**
         * Creates a new Welcome instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Welcome instance
         */
        static create(properties: client.Welcome.$Shape): client.Welcome & client.Welcome.$Shape;
        static create(properties?: client.Welcome.$Properties): client.Welcome;

        /**
         * Encodes the specified Welcome message. Does not implicitly {@link client.Welcome.verify|verify} messages.
         * @param message Welcome message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Welcome.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Welcome message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Welcome & client.Welcome.$Shape} Welcome
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Welcome & client.Welcome.$Shape;
    }

    namespace Welcome {

        /** Properties of a Welcome. */
        interface $Properties {

            /** Welcome protocol */
            protocol?: (number|null);

            /** Welcome clusterId */
            clusterId?: (string|null);

            /** Welcome node */
            node?: (number|null);

            /** Welcome sessionStampMs */
            sessionStampMs?: (number|null);

            /** Welcome sessionSerial */
            sessionSerial?: (number|null);

            /** Welcome errorCode */
            errorCode?: (string|null);

            /** Welcome errorMessage */
            errorMessage?: (string|null);

            /** Welcome map */
            map?: (client.ClusterMap.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Welcome. */
        type $Shape = client.Welcome.$Properties;
    }

    /**
     * Properties of a ClusterMap.
     * @deprecated Use client.ClusterMap.$Properties instead.
     */
    interface IClusterMap extends client.ClusterMap.$Properties {
    }

    /** Represents a ClusterMap. */
    class ClusterMap {

        /**
         * Constructs a new ClusterMap.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.ClusterMap.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ClusterMap nodes. */
        nodes: client.MapNode.$Properties[];

        /** ClusterMap dataGroups. */
        dataGroups: number[];

        /** ClusterMap groups. */
        groups: client.MapGroup.$Properties[];

        /**
         * Creates a new ClusterMap instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ClusterMap instance
         */
        static create(properties: client.ClusterMap.$Shape): client.ClusterMap & client.ClusterMap.$Shape;
        static create(properties?: client.ClusterMap.$Properties): client.ClusterMap;

        /**
         * Encodes the specified ClusterMap message. Does not implicitly {@link client.ClusterMap.verify|verify} messages.
         * @param message ClusterMap message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.ClusterMap.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ClusterMap message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.ClusterMap & client.ClusterMap.$Shape} ClusterMap
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.ClusterMap & client.ClusterMap.$Shape;
    }

    namespace ClusterMap {

        /** Properties of a ClusterMap. */
        interface $Properties {

            /** ClusterMap nodes */
            nodes?: (client.MapNode.$Properties[]|null);

            /** ClusterMap dataGroups */
            dataGroups?: (number[]|null);

            /** ClusterMap groups */
            groups?: (client.MapGroup.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ClusterMap. */
        type $Shape = client.ClusterMap.$Properties;
    }

    /**
     * Properties of a MapNode.
     * @deprecated Use client.MapNode.$Properties instead.
     */
    interface IMapNode extends client.MapNode.$Properties {
    }

    /** Represents a MapNode. */
    class MapNode {

        /**
         * Constructs a new MapNode.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.MapNode.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MapNode node. */
        node: number;

        /** MapNode clientAddress. */
        clientAddress: string;

        /** MapNode httpAddress. */
        httpAddress: string;

        /** MapNode isConnected. */
        isConnected: boolean;

        /**
         * Creates a new MapNode instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MapNode instance
         */
        static create(properties: client.MapNode.$Shape): client.MapNode & client.MapNode.$Shape;
        static create(properties?: client.MapNode.$Properties): client.MapNode;

        /**
         * Encodes the specified MapNode message. Does not implicitly {@link client.MapNode.verify|verify} messages.
         * @param message MapNode message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.MapNode.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MapNode message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.MapNode & client.MapNode.$Shape} MapNode
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.MapNode & client.MapNode.$Shape;
    }

    namespace MapNode {

        /** Properties of a MapNode. */
        interface $Properties {

            /** MapNode node */
            node?: (number|null);

            /** MapNode clientAddress */
            clientAddress?: (string|null);

            /** MapNode httpAddress */
            httpAddress?: (string|null);

            /** MapNode isConnected */
            isConnected?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MapNode. */
        type $Shape = client.MapNode.$Properties;
    }

    /**
     * Properties of a MapGroup.
     * @deprecated Use client.MapGroup.$Properties instead.
     */
    interface IMapGroup extends client.MapGroup.$Properties {
    }

    /** Represents a MapGroup. */
    class MapGroup {

        /**
         * Constructs a new MapGroup.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.MapGroup.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MapGroup group. */
        group: number;

        /** MapGroup nodes. */
        nodes: number[];

        /** MapGroup leaderNode. */
        leaderNode: number;

        /**
         * Creates a new MapGroup instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MapGroup instance
         */
        static create(properties: client.MapGroup.$Shape): client.MapGroup & client.MapGroup.$Shape;
        static create(properties?: client.MapGroup.$Properties): client.MapGroup;

        /**
         * Encodes the specified MapGroup message. Does not implicitly {@link client.MapGroup.verify|verify} messages.
         * @param message MapGroup message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.MapGroup.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MapGroup message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.MapGroup & client.MapGroup.$Shape} MapGroup
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.MapGroup & client.MapGroup.$Shape;
    }

    namespace MapGroup {

        /** Properties of a MapGroup. */
        interface $Properties {

            /** MapGroup group */
            group?: (number|null);

            /** MapGroup nodes */
            nodes?: (number[]|null);

            /** MapGroup leaderNode */
            leaderNode?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MapGroup. */
        type $Shape = client.MapGroup.$Properties;
    }

    /**
     * Properties of a Request.
     * @deprecated Use client.Request.$Properties instead.
     */
    interface IRequest extends client.Request.$Properties {
    }

    /** Represents a Request. */
    class Request {

        /**
         * Constructs a new Request.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Request.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Request id. */
        id: number;

        /** Request deadlineMs. */
        deadlineMs: number;

        /** Request write. */
        write?: (client.Write.$Properties|null);

        /** Request get. */
        get?: (apply.Get.$Properties|null);

        /** Request scan. */
        scan?: (apply.Scan.$Properties|null);

        /** Request status. */
        status?: (client.Status.$Properties|null);

        /** Request newSession. */
        newSession?: (client.NewSession.$Properties|null);

        /** Request listCollections. */
        listCollections?: (client.ListCollections.$Properties|null);

        /** Request probe. */
        probe?: (client.Probe.$Properties|null);

        /** Request map. */
        map?: (client.MapRequest.$Properties|null);

        /** Request consistency. */
        consistency: group.Consistency;

        /** Request request. */
        request?: ("write"|"get"|"scan"|"status"|"newSession"|"listCollections"|"probe"|"map");

        /**
         * Creates a new Request instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Request instance
         */
        static create(properties: client.Request.$Shape): client.Request & client.Request.$Shape;
        static create(properties?: client.Request.$Properties): client.Request;

        /**
         * Encodes the specified Request message. Does not implicitly {@link client.Request.verify|verify} messages.
         * @param message Request message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Request.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Request message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Request & client.Request.$Shape} Request
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Request & client.Request.$Shape;
    }

    namespace Request {

        /** Properties of a Request. */
        interface $Properties {

            /** Request id */
            id?: (number|null);

            /** Request deadlineMs */
            deadlineMs?: (number|null);

            /** Request write */
            write?: (client.Write.$Properties|null);

            /** Request get */
            get?: (apply.Get.$Properties|null);

            /** Request scan */
            scan?: (apply.Scan.$Properties|null);

            /** Request status */
            status?: (client.Status.$Properties|null);

            /** Request newSession */
            newSession?: (client.NewSession.$Properties|null);

            /** Request listCollections */
            listCollections?: (client.ListCollections.$Properties|null);

            /** Request probe */
            probe?: (client.Probe.$Properties|null);

            /** Request map */
            map?: (client.MapRequest.$Properties|null);

            /** Request consistency */
            consistency?: (group.Consistency|null);

            /** Request request */
            request?: ("write"|"get"|"scan"|"status"|"newSession"|"listCollections"|"probe"|"map");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Request. */
        type $Shape = {
          id?: number|null;
          deadlineMs?: number|null;
          write?: client.Write.$Shape|null;
          get?: apply.Get.$Shape|null;
          scan?: apply.Scan.$Shape|null;
          status?: client.Status.$Shape|null;
          newSession?: client.NewSession.$Shape|null;
          listCollections?: client.ListCollections.$Shape|null;
          probe?: client.Probe.$Shape|null;
          map?: client.MapRequest.$Shape|null;
          consistency?: group.Consistency|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ request?: undefined; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "write"; write: client.Write.$Shape; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "get"; write?: null; get: apply.Get.$Shape; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "scan"; write?: null; get?: null; scan: apply.Scan.$Shape; status?: null; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "status"; write?: null; get?: null; scan?: null; status: client.Status.$Shape; newSession?: null; listCollections?: null; probe?: null; map?: null }|{ request?: "newSession"; write?: null; get?: null; scan?: null; status?: null; newSession: client.NewSession.$Shape; listCollections?: null; probe?: null; map?: null }|{ request?: "listCollections"; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections: client.ListCollections.$Shape; probe?: null; map?: null }|{ request?: "probe"; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe: client.Probe.$Shape; map?: null }|{ request?: "map"; write?: null; get?: null; scan?: null; status?: null; newSession?: null; listCollections?: null; probe?: null; map: client.MapRequest.$Shape })
        );
    }

    /**
     * Properties of a Write.
     * @deprecated Use client.Write.$Properties instead.
     */
    interface IWrite extends client.Write.$Properties {
    }

    /** Represents a Write. */
    class Write {

        /**
         * Constructs a new Write.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Write.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Write sessionStampMs. */
        sessionStampMs: number;

        /** Write sessionSerial. */
        sessionSerial: number;

        /** Write sequence. */
        sequence: number;

        /** Write lowestUnresolved. */
        lowestUnresolved: number;

        /** Write operations. */
        operations: command.Operation.$Properties[];

        /** Write idempotencyKey. */
        idempotencyKey: string;

        /**
         * Creates a new Write instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Write instance
         */
        static create(properties: client.Write.$Shape): client.Write & client.Write.$Shape;
        static create(properties?: client.Write.$Properties): client.Write;

        /**
         * Encodes the specified Write message. Does not implicitly {@link client.Write.verify|verify} messages.
         * @param message Write message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Write.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Write message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Write & client.Write.$Shape} Write
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Write & client.Write.$Shape;
    }

    namespace Write {

        /** Properties of a Write. */
        interface $Properties {

            /** Write sessionStampMs */
            sessionStampMs?: (number|null);

            /** Write sessionSerial */
            sessionSerial?: (number|null);

            /** Write sequence */
            sequence?: (number|null);

            /** Write lowestUnresolved */
            lowestUnresolved?: (number|null);

            /** Write operations */
            operations?: (command.Operation.$Properties[]|null);

            /** Write idempotencyKey */
            idempotencyKey?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Write. */
        type $Shape = {
          sessionStampMs?: number|null;
          sessionSerial?: number|null;
          sequence?: number|null;
          lowestUnresolved?: number|null;
          operations?: command.Operation.$Shape[]|null;
          idempotencyKey?: string|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Status.
     * @deprecated Use client.Status.$Properties instead.
     */
    interface IStatus extends client.Status.$Properties {
    }

    /** Represents a Status. */
    class Status {

        /**
         * Constructs a new Status.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Status.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Status instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Status instance
         */
        static create(properties: client.Status.$Shape): client.Status & client.Status.$Shape;
        static create(properties?: client.Status.$Properties): client.Status;

        /**
         * Encodes the specified Status message. Does not implicitly {@link client.Status.verify|verify} messages.
         * @param message Status message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Status.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Status message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Status & client.Status.$Shape} Status
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Status & client.Status.$Shape;
    }

    namespace Status {

        /** Properties of a Status. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Status. */
        type $Shape = client.Status.$Properties;
    }

    /**
     * Properties of a StatusDocument.
     * @deprecated Use client.StatusDocument.$Properties instead.
     */
    interface IStatusDocument extends client.StatusDocument.$Properties {
    }

    /** Represents a StatusDocument. */
    class StatusDocument {

        /**
         * Constructs a new StatusDocument.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.StatusDocument.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** StatusDocument json. */
        json: Uint8Array;

        /**
         * Creates a new StatusDocument instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StatusDocument instance
         */
        static create(properties: client.StatusDocument.$Shape): client.StatusDocument & client.StatusDocument.$Shape;
        static create(properties?: client.StatusDocument.$Properties): client.StatusDocument;

        /**
         * Encodes the specified StatusDocument message. Does not implicitly {@link client.StatusDocument.verify|verify} messages.
         * @param message StatusDocument message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.StatusDocument.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusDocument message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.StatusDocument & client.StatusDocument.$Shape} StatusDocument
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.StatusDocument & client.StatusDocument.$Shape;
    }

    namespace StatusDocument {

        /** Properties of a StatusDocument. */
        interface $Properties {

            /** StatusDocument json */
            json?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusDocument. */
        type $Shape = client.StatusDocument.$Properties;
    }

    /**
     * Properties of a NewSession.
     * @deprecated Use client.NewSession.$Properties instead.
     */
    interface INewSession extends client.NewSession.$Properties {
    }

    /** Represents a NewSession. */
    class NewSession {

        /**
         * Constructs a new NewSession.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.NewSession.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new NewSession instance using the specified properties.
         * @param [properties] Properties to set
         * @returns NewSession instance
         */
        static create(properties: client.NewSession.$Shape): client.NewSession & client.NewSession.$Shape;
        static create(properties?: client.NewSession.$Properties): client.NewSession;

        /**
         * Encodes the specified NewSession message. Does not implicitly {@link client.NewSession.verify|verify} messages.
         * @param message NewSession message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.NewSession.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a NewSession message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.NewSession & client.NewSession.$Shape} NewSession
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.NewSession & client.NewSession.$Shape;
    }

    namespace NewSession {

        /** Properties of a NewSession. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a NewSession. */
        type $Shape = client.NewSession.$Properties;
    }

    /**
     * Properties of a MapRequest.
     * @deprecated Use client.MapRequest.$Properties instead.
     */
    interface IMapRequest extends client.MapRequest.$Properties {
    }

    /** Represents a MapRequest. */
    class MapRequest {

        /**
         * Constructs a new MapRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.MapRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new MapRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MapRequest instance
         */
        static create(properties: client.MapRequest.$Shape): client.MapRequest & client.MapRequest.$Shape;
        static create(properties?: client.MapRequest.$Properties): client.MapRequest;

        /**
         * Encodes the specified MapRequest message. Does not implicitly {@link client.MapRequest.verify|verify} messages.
         * @param message MapRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.MapRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MapRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.MapRequest & client.MapRequest.$Shape} MapRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.MapRequest & client.MapRequest.$Shape;
    }

    namespace MapRequest {

        /** Properties of a MapRequest. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MapRequest. */
        type $Shape = client.MapRequest.$Properties;
    }

    /**
     * Properties of a ListCollections.
     * @deprecated Use client.ListCollections.$Properties instead.
     */
    interface IListCollections extends client.ListCollections.$Properties {
    }

    /** Represents a ListCollections. */
    class ListCollections {

        /**
         * Constructs a new ListCollections.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.ListCollections.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new ListCollections instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ListCollections instance
         */
        static create(properties: client.ListCollections.$Shape): client.ListCollections & client.ListCollections.$Shape;
        static create(properties?: client.ListCollections.$Properties): client.ListCollections;

        /**
         * Encodes the specified ListCollections message. Does not implicitly {@link client.ListCollections.verify|verify} messages.
         * @param message ListCollections message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.ListCollections.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ListCollections message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.ListCollections & client.ListCollections.$Shape} ListCollections
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.ListCollections & client.ListCollections.$Shape;
    }

    namespace ListCollections {

        /** Properties of a ListCollections. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ListCollections. */
        type $Shape = client.ListCollections.$Properties;
    }

    /**
     * Properties of a Probe.
     * @deprecated Use client.Probe.$Properties instead.
     */
    interface IProbe extends client.Probe.$Properties {
    }

    /** Represents a Probe. */
    class Probe {

        /**
         * Constructs a new Probe.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Probe.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Probe instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Probe instance
         */
        static create(properties: client.Probe.$Shape): client.Probe & client.Probe.$Shape;
        static create(properties?: client.Probe.$Properties): client.Probe;

        /**
         * Encodes the specified Probe message. Does not implicitly {@link client.Probe.verify|verify} messages.
         * @param message Probe message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Probe.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Probe message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Probe & client.Probe.$Shape} Probe
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Probe & client.Probe.$Shape;
    }

    namespace Probe {

        /** Properties of a Probe. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Probe. */
        type $Shape = client.Probe.$Properties;
    }

    /**
     * Properties of a Session.
     * @deprecated Use client.Session.$Properties instead.
     */
    interface ISession extends client.Session.$Properties {
    }

    /** Represents a Session. */
    class Session {

        /**
         * Constructs a new Session.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Session.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Session stampMs. */
        stampMs: number;

        /** Session serial. */
        serial: number;

        /**
         * Creates a new Session instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Session instance
         */
        static create(properties: client.Session.$Shape): client.Session & client.Session.$Shape;
        static create(properties?: client.Session.$Properties): client.Session;

        /**
         * Encodes the specified Session message. Does not implicitly {@link client.Session.verify|verify} messages.
         * @param message Session message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Session.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Session message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Session & client.Session.$Shape} Session
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Session & client.Session.$Shape;
    }

    namespace Session {

        /** Properties of a Session. */
        interface $Properties {

            /** Session stampMs */
            stampMs?: (number|null);

            /** Session serial */
            serial?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Session. */
        type $Shape = client.Session.$Properties;
    }

    /**
     * Properties of a Response.
     * @deprecated Use client.Response.$Properties instead.
     */
    interface IResponse extends client.Response.$Properties {
    }

    /** Represents a Response. */
    class Response {

        /**
         * Constructs a new Response.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Response.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Response id. */
        id: number;

        /** Response result. */
        result?: (command.Result.$Properties|null);

        /** Response items. */
        items?: (apply.Items.$Properties|null);

        /** Response status. */
        status?: (client.StatusDocument.$Properties|null);

        /** Response failure. */
        failure?: (client.Failure.$Properties|null);

        /** Response session. */
        session?: (client.Session.$Properties|null);

        /** Response map. */
        map?: (client.ClusterMap.$Properties|null);

        /** Response leader. */
        leader?: (client.LeaderHint.$Properties|null);

        /** Response response. */
        response?: ("result"|"items"|"status"|"failure"|"session"|"map");

        /**
         * Creates a new Response instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Response instance
         */
        static create(properties: client.Response.$Shape): client.Response & client.Response.$Shape;
        static create(properties?: client.Response.$Properties): client.Response;

        /**
         * Encodes the specified Response message. Does not implicitly {@link client.Response.verify|verify} messages.
         * @param message Response message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Response.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Response message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Response & client.Response.$Shape} Response
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Response & client.Response.$Shape;
    }

    namespace Response {

        /** Properties of a Response. */
        interface $Properties {

            /** Response id */
            id?: (number|null);

            /** Response result */
            result?: (command.Result.$Properties|null);

            /** Response items */
            items?: (apply.Items.$Properties|null);

            /** Response status */
            status?: (client.StatusDocument.$Properties|null);

            /** Response failure */
            failure?: (client.Failure.$Properties|null);

            /** Response session */
            session?: (client.Session.$Properties|null);

            /** Response map */
            map?: (client.ClusterMap.$Properties|null);

            /** Response leader */
            leader?: (client.LeaderHint.$Properties|null);

            /** Response response */
            response?: ("result"|"items"|"status"|"failure"|"session"|"map");

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Narrowed shape of a Response. */
        type $Shape = {
          id?: number|null;
          result?: command.Result.$Shape|null;
          items?: apply.Items.$Shape|null;
          status?: client.StatusDocument.$Shape|null;
          failure?: client.Failure.$Shape|null;
          session?: client.Session.$Shape|null;
          map?: client.ClusterMap.$Shape|null;
          leader?: client.LeaderHint.$Shape|null;
          $unknowns?: Uint8Array[];
        } & (
          ({ response?: undefined; result?: null; items?: null; status?: null; failure?: null; session?: null; map?: null }|{ response?: "result"; result: command.Result.$Shape; items?: null; status?: null; failure?: null; session?: null; map?: null }|{ response?: "items"; result?: null; items: apply.Items.$Shape; status?: null; failure?: null; session?: null; map?: null }|{ response?: "status"; result?: null; items?: null; status: client.StatusDocument.$Shape; failure?: null; session?: null; map?: null }|{ response?: "failure"; result?: null; items?: null; status?: null; failure: client.Failure.$Shape; session?: null; map?: null }|{ response?: "session"; result?: null; items?: null; status?: null; failure?: null; session: client.Session.$Shape; map?: null }|{ response?: "map"; result?: null; items?: null; status?: null; failure?: null; session?: null; map: client.ClusterMap.$Shape })
        );
    }

    /**
     * Properties of a LeaderHint.
     * @deprecated Use client.LeaderHint.$Properties instead.
     */
    interface ILeaderHint extends client.LeaderHint.$Properties {
    }

    /** Represents a LeaderHint. */
    class LeaderHint {

        /**
         * Constructs a new LeaderHint.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.LeaderHint.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LeaderHint group. */
        group: number;

        /** LeaderHint node. */
        node: number;

        /**
         * Creates a new LeaderHint instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LeaderHint instance
         */
        static create(properties: client.LeaderHint.$Shape): client.LeaderHint & client.LeaderHint.$Shape;
        static create(properties?: client.LeaderHint.$Properties): client.LeaderHint;

        /**
         * Encodes the specified LeaderHint message. Does not implicitly {@link client.LeaderHint.verify|verify} messages.
         * @param message LeaderHint message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.LeaderHint.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LeaderHint message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.LeaderHint & client.LeaderHint.$Shape} LeaderHint
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.LeaderHint & client.LeaderHint.$Shape;
    }

    namespace LeaderHint {

        /** Properties of a LeaderHint. */
        interface $Properties {

            /** LeaderHint group */
            group?: (number|null);

            /** LeaderHint node */
            node?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LeaderHint. */
        type $Shape = client.LeaderHint.$Properties;
    }

    /**
     * Properties of a Failure.
     * @deprecated Use client.Failure.$Properties instead.
     */
    interface IFailure extends client.Failure.$Properties {
    }

    /** Represents a Failure. */
    class Failure {

        /**
         * Constructs a new Failure.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Failure.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Failure code. */
        code: string;

        /** Failure message. */
        message: string;

        /** Failure retryable. */
        retryable: boolean;

        /** Failure detailsJson. */
        detailsJson: string;

        /**
         * Creates a new Failure instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Failure instance
         */
        static create(properties: client.Failure.$Shape): client.Failure & client.Failure.$Shape;
        static create(properties?: client.Failure.$Properties): client.Failure;

        /**
         * Encodes the specified Failure message. Does not implicitly {@link client.Failure.verify|verify} messages.
         * @param message Failure message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Failure message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Failure & client.Failure.$Shape} Failure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Failure & client.Failure.$Shape;
    }

    namespace Failure {

        /** Properties of a Failure. */
        interface $Properties {

            /** Failure code */
            code?: (string|null);

            /** Failure message */
            message?: (string|null);

            /** Failure retryable */
            retryable?: (boolean|null);

            /** Failure detailsJson */
            detailsJson?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Failure. */
        type $Shape = client.Failure.$Properties;
    }

    /**
     * Properties of a Requests.
     * @deprecated Use client.Requests.$Properties instead.
     */
    interface IRequests extends client.Requests.$Properties {
    }

    /** Represents a Requests. */
    class Requests {

        /**
         * Constructs a new Requests.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Requests.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Requests requests. */
        requests: client.Request.$Properties[];

        /**
         * Creates a new Requests instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Requests instance
         */
        static create(properties: client.Requests.$Shape): client.Requests & client.Requests.$Shape;
        static create(properties?: client.Requests.$Properties): client.Requests;

        /**
         * Encodes the specified Requests message. Does not implicitly {@link client.Requests.verify|verify} messages.
         * @param message Requests message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Requests.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Requests message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Requests & client.Requests.$Shape} Requests
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Requests & client.Requests.$Shape;
    }

    namespace Requests {

        /** Properties of a Requests. */
        interface $Properties {

            /** Requests requests */
            requests?: (client.Request.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Requests. */
        type $Shape = {
          requests?: client.Request.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Responses.
     * @deprecated Use client.Responses.$Properties instead.
     */
    interface IResponses extends client.Responses.$Properties {
    }

    /** Represents a Responses. */
    class Responses {

        /**
         * Constructs a new Responses.
         * @param [properties] Properties to set
         */
        constructor(properties?: client.Responses.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Responses responses. */
        responses: client.Response.$Properties[];

        /**
         * Creates a new Responses instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Responses instance
         */
        static create(properties: client.Responses.$Shape): client.Responses & client.Responses.$Shape;
        static create(properties?: client.Responses.$Properties): client.Responses;

        /**
         * Encodes the specified Responses message. Does not implicitly {@link client.Responses.verify|verify} messages.
         * @param message Responses message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: client.Responses.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Responses message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {client.Responses & client.Responses.$Shape} Responses
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): client.Responses & client.Responses.$Shape;
    }

    namespace Responses {

        /** Properties of a Responses. */
        interface $Properties {

            /** Responses responses */
            responses?: (client.Response.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Responses. */
        type $Shape = {
          responses?: client.Response.$Shape[]|null;
          $unknowns?: Uint8Array[];
        };
    }
}

/** Namespace group. */
export namespace group {

    /**
     * Properties of a Propose.
     * @deprecated Use group.Propose.$Properties instead.
     */
    interface IPropose extends group.Propose.$Properties {
    }

    /** Represents a Propose. */
    class Propose {

        /**
         * Constructs a new Propose.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.Propose.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Propose request. */
        request: number;

        /** Propose command. */
        command: Uint8Array;

        /**
         * Creates a new Propose instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Propose instance
         */
        static create(properties: group.Propose.$Shape): group.Propose & group.Propose.$Shape;
        static create(properties?: group.Propose.$Properties): group.Propose;

        /**
         * Encodes the specified Propose message. Does not implicitly {@link group.Propose.verify|verify} messages.
         * @param message Propose message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.Propose.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Propose message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.Propose & group.Propose.$Shape} Propose
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.Propose & group.Propose.$Shape;
    }

    namespace Propose {

        /** Properties of a Propose. */
        interface $Properties {

            /** Propose request */
            request?: (number|null);

            /** Propose command */
            command?: (Uint8Array|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Propose. */
        type $Shape = group.Propose.$Properties;
    }

    /** Consistency enum. */
    enum Consistency {

        /** LINEARIZABLE value */
        LINEARIZABLE = 0,

        /** LOCAL value */
        LOCAL = 1
    }

    /**
     * Properties of a Query.
     * @deprecated Use group.Query.$Properties instead.
     */
    interface IQuery extends group.Query.$Properties {
    }

    /** Represents a Query. */
    class Query {

        /**
         * Constructs a new Query.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.Query.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Query consistency. */
        consistency: group.Consistency;

        /** Query query. */
        query?: (apply.Query.$Properties|null);

        /**
         * Creates a new Query instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Query instance
         */
        static create(properties: group.Query.$Shape): group.Query & group.Query.$Shape;
        static create(properties?: group.Query.$Properties): group.Query;

        /**
         * Encodes the specified Query message. Does not implicitly {@link group.Query.verify|verify} messages.
         * @param message Query message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.Query.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Query message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.Query & group.Query.$Shape} Query
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.Query & group.Query.$Shape;
    }

    namespace Query {

        /** Properties of a Query. */
        interface $Properties {

            /** Query consistency */
            consistency?: (group.Consistency|null);

            /** Query query */
            query?: (apply.Query.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Query. */
        type $Shape = {
          consistency?: group.Consistency|null;
          query?: apply.Query.$Shape|null;
          $unknowns?: Uint8Array[];
        };
    }

    /**
     * Properties of a Refused.
     * @deprecated Use group.Refused.$Properties instead.
     */
    interface IRefused extends group.Refused.$Properties {
    }

    /** Represents a Refused. */
    class Refused {

        /**
         * Constructs a new Refused.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.Refused.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Refused group. */
        group: number;

        /** Refused requests. */
        requests: number[];

        /** Refused errorCode. */
        errorCode: string;

        /** Refused errorMessage. */
        errorMessage: string;

        /** Refused leaderNode. */
        leaderNode: number;

        /**
         * Creates a new Refused instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Refused instance
         */
        static create(properties: group.Refused.$Shape): group.Refused & group.Refused.$Shape;
        static create(properties?: group.Refused.$Properties): group.Refused;

        /**
         * Encodes the specified Refused message. Does not implicitly {@link group.Refused.verify|verify} messages.
         * @param message Refused message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.Refused.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Refused message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.Refused & group.Refused.$Shape} Refused
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.Refused & group.Refused.$Shape;
    }

    namespace Refused {

        /** Properties of a Refused. */
        interface $Properties {

            /** Refused group */
            group?: (number|null);

            /** Refused requests */
            requests?: (number[]|null);

            /** Refused errorCode */
            errorCode?: (string|null);

            /** Refused errorMessage */
            errorMessage?: (string|null);

            /** Refused leaderNode */
            leaderNode?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Refused. */
        type $Shape = group.Refused.$Properties;
    }

    /**
     * Properties of a Led.
     * @deprecated Use group.Led.$Properties instead.
     */
    interface ILed extends group.Led.$Properties {
    }

    /** Represents a Led. */
    class Led {

        /**
         * Constructs a new Led.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.Led.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Led group. */
        group: number;

        /** Led leaderNode. */
        leaderNode: number;

        /**
         * Creates a new Led instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Led instance
         */
        static create(properties: group.Led.$Shape): group.Led & group.Led.$Shape;
        static create(properties?: group.Led.$Properties): group.Led;

        /**
         * Encodes the specified Led message. Does not implicitly {@link group.Led.verify|verify} messages.
         * @param message Led message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.Led.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Led message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.Led & group.Led.$Shape} Led
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.Led & group.Led.$Shape;
    }

    namespace Led {

        /** Properties of a Led. */
        interface $Properties {

            /** Led group */
            group?: (number|null);

            /** Led leaderNode */
            leaderNode?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Led. */
        type $Shape = group.Led.$Properties;
    }

    /**
     * Properties of a StatusRequest.
     * @deprecated Use group.StatusRequest.$Properties instead.
     */
    interface IStatusRequest extends group.StatusRequest.$Properties {
    }

    /** Represents a StatusRequest. */
    class StatusRequest {

        /**
         * Constructs a new StatusRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.StatusRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new StatusRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StatusRequest instance
         */
        static create(properties: group.StatusRequest.$Shape): group.StatusRequest & group.StatusRequest.$Shape;
        static create(properties?: group.StatusRequest.$Properties): group.StatusRequest;

        /**
         * Encodes the specified StatusRequest message. Does not implicitly {@link group.StatusRequest.verify|verify} messages.
         * @param message StatusRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.StatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.StatusRequest & group.StatusRequest.$Shape} StatusRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.StatusRequest & group.StatusRequest.$Shape;
    }

    namespace StatusRequest {

        /** Properties of a StatusRequest. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusRequest. */
        type $Shape = group.StatusRequest.$Properties;
    }

    /**
     * Properties of a GroupStatus.
     * @deprecated Use group.GroupStatus.$Properties instead.
     */
    interface IGroupStatus extends group.GroupStatus.$Properties {
    }

    /** Represents a GroupStatus. */
    class GroupStatus {

        /**
         * Constructs a new GroupStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.GroupStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** GroupStatus group. */
        group: number;

        /** GroupStatus replica. */
        replica: number;

        /** GroupStatus role. */
        role: string;

        /** GroupStatus term. */
        term: number;

        /** GroupStatus leader. */
        leader: number;

        /** GroupStatus commit. */
        commit: number;

        /** GroupStatus appliedIndex. */
        appliedIndex: number;

        /** GroupStatus flushedIndex. */
        flushedIndex: number;

        /** GroupStatus lastIndex. */
        lastIndex: number;

        /** GroupStatus purgeIndex. */
        purgeIndex: number;

        /** GroupStatus voters. */
        voters: number[];

        /** GroupStatus logClockMs. */
        logClockMs: number;

        /** GroupStatus stoppedCode. */
        stoppedCode: string;

        /** GroupStatus stoppedReason. */
        stoppedReason: string;

        /** GroupStatus leaderNode. */
        leaderNode: number;

        /** GroupStatus members. */
        members: group.MemberMatch.$Properties[];

        /**
         * Creates a new GroupStatus instance using the specified properties.
         * @param [properties] Properties to set
         * @returns GroupStatus instance
         */
        static create(properties: group.GroupStatus.$Shape): group.GroupStatus & group.GroupStatus.$Shape;
        static create(properties?: group.GroupStatus.$Properties): group.GroupStatus;

        /**
         * Encodes the specified GroupStatus message. Does not implicitly {@link group.GroupStatus.verify|verify} messages.
         * @param message GroupStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.GroupStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a GroupStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.GroupStatus & group.GroupStatus.$Shape} GroupStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.GroupStatus & group.GroupStatus.$Shape;
    }

    namespace GroupStatus {

        /** Properties of a GroupStatus. */
        interface $Properties {

            /** GroupStatus group */
            group?: (number|null);

            /** GroupStatus replica */
            replica?: (number|null);

            /** GroupStatus role */
            role?: (string|null);

            /** GroupStatus term */
            term?: (number|null);

            /** GroupStatus leader */
            leader?: (number|null);

            /** GroupStatus commit */
            commit?: (number|null);

            /** GroupStatus appliedIndex */
            appliedIndex?: (number|null);

            /** GroupStatus flushedIndex */
            flushedIndex?: (number|null);

            /** GroupStatus lastIndex */
            lastIndex?: (number|null);

            /** GroupStatus purgeIndex */
            purgeIndex?: (number|null);

            /** GroupStatus voters */
            voters?: (number[]|null);

            /** GroupStatus logClockMs */
            logClockMs?: (number|null);

            /** GroupStatus stoppedCode */
            stoppedCode?: (string|null);

            /** GroupStatus stoppedReason */
            stoppedReason?: (string|null);

            /** GroupStatus leaderNode */
            leaderNode?: (number|null);

            /** GroupStatus members */
            members?: (group.MemberMatch.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a GroupStatus. */
        type $Shape = group.GroupStatus.$Properties;
    }

    /**
     * Properties of a MemberMatch.
     * @deprecated Use group.MemberMatch.$Properties instead.
     */
    interface IMemberMatch extends group.MemberMatch.$Properties {
    }

    /** Represents a MemberMatch. */
    class MemberMatch {

        /**
         * Constructs a new MemberMatch.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.MemberMatch.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** MemberMatch replica. */
        replica: number;

        /** MemberMatch node. */
        node: number;

        /** MemberMatch match. */
        match: number;

        /** MemberMatch isStranded. */
        isStranded: boolean;

        /**
         * Creates a new MemberMatch instance using the specified properties.
         * @param [properties] Properties to set
         * @returns MemberMatch instance
         */
        static create(properties: group.MemberMatch.$Shape): group.MemberMatch & group.MemberMatch.$Shape;
        static create(properties?: group.MemberMatch.$Properties): group.MemberMatch;

        /**
         * Encodes the specified MemberMatch message. Does not implicitly {@link group.MemberMatch.verify|verify} messages.
         * @param message MemberMatch message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.MemberMatch.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a MemberMatch message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.MemberMatch & group.MemberMatch.$Shape} MemberMatch
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.MemberMatch & group.MemberMatch.$Shape;
    }

    namespace MemberMatch {

        /** Properties of a MemberMatch. */
        interface $Properties {

            /** MemberMatch replica */
            replica?: (number|null);

            /** MemberMatch node */
            node?: (number|null);

            /** MemberMatch match */
            match?: (number|null);

            /** MemberMatch isStranded */
            isStranded?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a MemberMatch. */
        type $Shape = group.MemberMatch.$Properties;
    }

    /**
     * Properties of a Tick.
     * @deprecated Use group.Tick.$Properties instead.
     */
    interface ITick extends group.Tick.$Properties {
    }

    /** Represents a Tick. */
    class Tick {

        /**
         * Constructs a new Tick.
         * @param [properties] Properties to set
         */
        constructor(properties?: group.Tick.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Tick instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Tick instance
         */
        static create(properties: group.Tick.$Shape): group.Tick & group.Tick.$Shape;
        static create(properties?: group.Tick.$Properties): group.Tick;

        /**
         * Encodes the specified Tick message. Does not implicitly {@link group.Tick.verify|verify} messages.
         * @param message Tick message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: group.Tick.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Tick message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {group.Tick & group.Tick.$Shape} Tick
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): group.Tick & group.Tick.$Shape;
    }

    namespace Tick {

        /** Properties of a Tick. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Tick. */
        type $Shape = group.Tick.$Properties;
    }
}

/** Namespace envelope. */
export namespace envelope {

    /**
     * Properties of an Address.
     * @deprecated Use envelope.Address.$Properties instead.
     */
    interface IAddress extends envelope.Address.$Properties {
    }

    /** Represents an Address. */
    class Address {

        /**
         * Constructs a new Address.
         * @param [properties] Properties to set
         */
        constructor(properties?: envelope.Address.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Address node. */
        node: number;

        /** Address kind. */
        kind: number;

        /** Address instance. */
        instance: number;

        /**
         * Creates a new Address instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Address instance
         */
        static create(properties: envelope.Address.$Shape): envelope.Address & envelope.Address.$Shape;
        static create(properties?: envelope.Address.$Properties): envelope.Address;

        /**
         * Encodes the specified Address message. Does not implicitly {@link envelope.Address.verify|verify} messages.
         * @param message Address message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: envelope.Address.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Address message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {envelope.Address & envelope.Address.$Shape} Address
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): envelope.Address & envelope.Address.$Shape;
    }

    namespace Address {

        /** Properties of an Address. */
        interface $Properties {

            /** Address node */
            node?: (number|null);

            /** Address kind */
            kind?: (number|null);

            /** Address instance */
            instance?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Address. */
        type $Shape = envelope.Address.$Properties;
    }

    /**
     * Properties of an Envelope.
     * @deprecated Use envelope.Envelope.$Properties instead.
     */
    interface IEnvelope extends envelope.Envelope.$Properties {
    }

    /** Represents an Envelope. */
    class Envelope {

        /**
         * Constructs a new Envelope.
         * @param [properties] Properties to set
         */
        constructor(properties?: envelope.Envelope.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Envelope to. */
        to?: (envelope.Address.$Properties|null);

        /** Envelope toBoot. */
        toBoot: number;

        /** Envelope from. */
        from?: (envelope.Address.$Properties|null);

        /** Envelope fromBoot. */
        fromBoot: number;

        /** Envelope ask. */
        ask: number;

        /** Envelope isAnswer. */
        isAnswer: boolean;

        /** Envelope message. */
        message: number;

        /** Envelope payload. */
        payload: Uint8Array;

        /** Envelope failure. */
        failure?: (envelope.Failure.$Properties|null);

        /**
         * Creates a new Envelope instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Envelope instance
         */
        static create(properties: envelope.Envelope.$Shape): envelope.Envelope & envelope.Envelope.$Shape;
        static create(properties?: envelope.Envelope.$Properties): envelope.Envelope;

        /**
         * Encodes the specified Envelope message. Does not implicitly {@link envelope.Envelope.verify|verify} messages.
         * @param message Envelope message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: envelope.Envelope.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Envelope message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {envelope.Envelope & envelope.Envelope.$Shape} Envelope
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): envelope.Envelope & envelope.Envelope.$Shape;
    }

    namespace Envelope {

        /** Properties of an Envelope. */
        interface $Properties {

            /** Envelope to */
            to?: (envelope.Address.$Properties|null);

            /** Envelope toBoot */
            toBoot?: (number|null);

            /** Envelope from */
            from?: (envelope.Address.$Properties|null);

            /** Envelope fromBoot */
            fromBoot?: (number|null);

            /** Envelope ask */
            ask?: (number|null);

            /** Envelope isAnswer */
            isAnswer?: (boolean|null);

            /** Envelope message */
            message?: (number|null);

            /** Envelope payload */
            payload?: (Uint8Array|null);

            /** Envelope failure */
            failure?: (envelope.Failure.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Envelope. */
        type $Shape = envelope.Envelope.$Properties;
    }

    /**
     * Properties of a Failure.
     * @deprecated Use envelope.Failure.$Properties instead.
     */
    interface IFailure extends envelope.Failure.$Properties {
    }

    /** Represents a Failure. */
    class Failure {

        /**
         * Constructs a new Failure.
         * @param [properties] Properties to set
         */
        constructor(properties?: envelope.Failure.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Failure code. */
        code: string;

        /** Failure message. */
        message: string;

        /** Failure detailsJson. */
        detailsJson: string;

        /**
         * Creates a new Failure instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Failure instance
         */
        static create(properties: envelope.Failure.$Shape): envelope.Failure & envelope.Failure.$Shape;
        static create(properties?: envelope.Failure.$Properties): envelope.Failure;

        /**
         * Encodes the specified Failure message. Does not implicitly {@link envelope.Failure.verify|verify} messages.
         * @param message Failure message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: envelope.Failure.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Failure message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {envelope.Failure & envelope.Failure.$Shape} Failure
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): envelope.Failure & envelope.Failure.$Shape;
    }

    namespace Failure {

        /** Properties of a Failure. */
        interface $Properties {

            /** Failure code */
            code?: (string|null);

            /** Failure message */
            message?: (string|null);

            /** Failure detailsJson */
            detailsJson?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Failure. */
        type $Shape = envelope.Failure.$Properties;
    }
}

/** Namespace peer. */
export namespace peer {

    /**
     * Properties of a Hello.
     * @deprecated Use peer.Hello.$Properties instead.
     */
    interface IHello extends peer.Hello.$Properties {
    }

    /** Represents a Hello. */
    class Hello {

        /**
         * Constructs a new Hello.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Hello.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Hello protocol. */
        protocol: number;

        /** Hello clusterId. */
        clusterId: string;

        /** Hello node. */
        node: number;

        /** Hello toNode. */
        toNode: number;

        /** Hello volumeInstance. */
        volumeInstance: string;

        /** Hello boot. */
        boot: number;

        /** Hello nonce. */
        nonce: string;

        /** Hello previousNonce. */
        previousNonce: string;

        /** Hello isKnock. */
        isKnock: boolean;

        /**
         * Creates a new Hello instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Hello instance
         */
        static create(properties: peer.Hello.$Shape): peer.Hello & peer.Hello.$Shape;
        static create(properties?: peer.Hello.$Properties): peer.Hello;

        /**
         * Encodes the specified Hello message. Does not implicitly {@link peer.Hello.verify|verify} messages.
         * @param message Hello message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Hello.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Hello message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Hello & peer.Hello.$Shape} Hello
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Hello & peer.Hello.$Shape;
    }

    namespace Hello {

        /** Properties of a Hello. */
        interface $Properties {

            /** Hello protocol */
            protocol?: (number|null);

            /** Hello clusterId */
            clusterId?: (string|null);

            /** Hello node */
            node?: (number|null);

            /** Hello toNode */
            toNode?: (number|null);

            /** Hello volumeInstance */
            volumeInstance?: (string|null);

            /** Hello boot */
            boot?: (number|null);

            /** Hello nonce */
            nonce?: (string|null);

            /** Hello previousNonce */
            previousNonce?: (string|null);

            /** Hello isKnock */
            isKnock?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Hello. */
        type $Shape = peer.Hello.$Properties;
    }

    /**
     * Properties of a Refusal.
     * @deprecated Use peer.Refusal.$Properties instead.
     */
    interface IRefusal extends peer.Refusal.$Properties {
    }

    /** Represents a Refusal. */
    class Refusal {

        /**
         * Constructs a new Refusal.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Refusal.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Refusal errorCode. */
        errorCode: string;

        /** Refusal errorMessage. */
        errorMessage: string;

        /**
         * Creates a new Refusal instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Refusal instance
         */
        static create(properties: peer.Refusal.$Shape): peer.Refusal & peer.Refusal.$Shape;
        static create(properties?: peer.Refusal.$Properties): peer.Refusal;

        /**
         * Encodes the specified Refusal message. Does not implicitly {@link peer.Refusal.verify|verify} messages.
         * @param message Refusal message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Refusal.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Refusal message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Refusal & peer.Refusal.$Shape} Refusal
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Refusal & peer.Refusal.$Shape;
    }

    namespace Refusal {

        /** Properties of a Refusal. */
        interface $Properties {

            /** Refusal errorCode */
            errorCode?: (string|null);

            /** Refusal errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Refusal. */
        type $Shape = peer.Refusal.$Properties;
    }

    /**
     * Properties of an Addresses.
     * @deprecated Use peer.Addresses.$Properties instead.
     */
    interface IAddresses extends peer.Addresses.$Properties {
    }

    /** Represents an Addresses. */
    class Addresses {

        /**
         * Constructs a new Addresses.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Addresses.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Addresses client. */
        client: string;

        /** Addresses http. */
        http: string;

        /**
         * Creates a new Addresses instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Addresses instance
         */
        static create(properties: peer.Addresses.$Shape): peer.Addresses & peer.Addresses.$Shape;
        static create(properties?: peer.Addresses.$Properties): peer.Addresses;

        /**
         * Encodes the specified Addresses message. Does not implicitly {@link peer.Addresses.verify|verify} messages.
         * @param message Addresses message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Addresses.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Addresses message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Addresses & peer.Addresses.$Shape} Addresses
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Addresses & peer.Addresses.$Shape;
    }

    namespace Addresses {

        /** Properties of an Addresses. */
        interface $Properties {

            /** Addresses client */
            client?: (string|null);

            /** Addresses http */
            http?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Addresses. */
        type $Shape = peer.Addresses.$Properties;
    }

    /**
     * Properties of a Beat.
     * @deprecated Use peer.Beat.$Properties instead.
     */
    interface IBeat extends peer.Beat.$Properties {
    }

    /** Represents a Beat. */
    class Beat {

        /**
         * Constructs a new Beat.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Beat.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Beat group. */
        group: number;

        /** Beat to. */
        to: number;

        /** Beat from. */
        from: number;

        /** Beat term. */
        term: number;

        /** Beat commit. */
        commit: number;

        /** Beat matchAll. */
        matchAll: number;

        /** Beat isAnswer. */
        isAnswer: boolean;

        /** Beat clockMs. */
        clockMs: number;

        /**
         * Creates a new Beat instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Beat instance
         */
        static create(properties: peer.Beat.$Shape): peer.Beat & peer.Beat.$Shape;
        static create(properties?: peer.Beat.$Properties): peer.Beat;

        /**
         * Encodes the specified Beat message. Does not implicitly {@link peer.Beat.verify|verify} messages.
         * @param message Beat message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Beat.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Beat message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Beat & peer.Beat.$Shape} Beat
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Beat & peer.Beat.$Shape;
    }

    namespace Beat {

        /** Properties of a Beat. */
        interface $Properties {

            /** Beat group */
            group?: (number|null);

            /** Beat to */
            to?: (number|null);

            /** Beat from */
            from?: (number|null);

            /** Beat term */
            term?: (number|null);

            /** Beat commit */
            commit?: (number|null);

            /** Beat matchAll */
            matchAll?: (number|null);

            /** Beat isAnswer */
            isAnswer?: (boolean|null);

            /** Beat clockMs */
            clockMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Beat. */
        type $Shape = peer.Beat.$Properties;
    }

    /**
     * Properties of a Frame.
     * @deprecated Use peer.Frame.$Properties instead.
     */
    interface IFrame extends peer.Frame.$Properties {
    }

    /** Represents a Frame. */
    class Frame {

        /**
         * Constructs a new Frame.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Frame.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Frame hello. */
        hello?: (peer.Hello.$Properties|null);

        /** Frame refusal. */
        refusal?: (peer.Refusal.$Properties|null);

        /** Frame addresses. */
        addresses?: (peer.Addresses.$Properties|null);

        /** Frame beats. */
        beats: peer.Beat.$Properties[];

        /** Frame envelopes. */
        envelopes: Uint8Array;

        /** Frame ping. */
        ping: number;

        /** Frame pong. */
        pong: number;

        /**
         * Creates a new Frame instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Frame instance
         */
        static create(properties: peer.Frame.$Shape): peer.Frame & peer.Frame.$Shape;
        static create(properties?: peer.Frame.$Properties): peer.Frame;

        /**
         * Encodes the specified Frame message. Does not implicitly {@link peer.Frame.verify|verify} messages.
         * @param message Frame message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Frame.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Frame message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Frame & peer.Frame.$Shape} Frame
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Frame & peer.Frame.$Shape;
    }

    namespace Frame {

        /** Properties of a Frame. */
        interface $Properties {

            /** Frame hello */
            hello?: (peer.Hello.$Properties|null);

            /** Frame refusal */
            refusal?: (peer.Refusal.$Properties|null);

            /** Frame addresses */
            addresses?: (peer.Addresses.$Properties|null);

            /** Frame beats */
            beats?: (peer.Beat.$Properties[]|null);

            /** Frame envelopes */
            envelopes?: (Uint8Array|null);

            /** Frame ping */
            ping?: (number|null);

            /** Frame pong */
            pong?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Frame. */
        type $Shape = peer.Frame.$Properties;
    }

    /**
     * Properties of an Attached.
     * @deprecated Use peer.Attached.$Properties instead.
     */
    interface IAttached extends peer.Attached.$Properties {
    }

    /** Represents an Attached. */
    class Attached {

        /**
         * Constructs a new Attached.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Attached.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Attached instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Attached instance
         */
        static create(properties: peer.Attached.$Shape): peer.Attached & peer.Attached.$Shape;
        static create(properties?: peer.Attached.$Properties): peer.Attached;

        /**
         * Encodes the specified Attached message. Does not implicitly {@link peer.Attached.verify|verify} messages.
         * @param message Attached message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Attached.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Attached message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Attached & peer.Attached.$Shape} Attached
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Attached & peer.Attached.$Shape;
    }

    namespace Attached {

        /** Properties of an Attached. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Attached. */
        type $Shape = peer.Attached.$Properties;
    }

    /**
     * Properties of a Dial.
     * @deprecated Use peer.Dial.$Properties instead.
     */
    interface IDial extends peer.Dial.$Properties {
    }

    /** Represents a Dial. */
    class Dial {

        /**
         * Constructs a new Dial.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Dial.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Dial token. */
        token: number;

        /** Dial host. */
        host: string;

        /** Dial port. */
        port: number;

        /**
         * Creates a new Dial instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Dial instance
         */
        static create(properties: peer.Dial.$Shape): peer.Dial & peer.Dial.$Shape;
        static create(properties?: peer.Dial.$Properties): peer.Dial;

        /**
         * Encodes the specified Dial message. Does not implicitly {@link peer.Dial.verify|verify} messages.
         * @param message Dial message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Dial.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Dial message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Dial & peer.Dial.$Shape} Dial
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Dial & peer.Dial.$Shape;
    }

    namespace Dial {

        /** Properties of a Dial. */
        interface $Properties {

            /** Dial token */
            token?: (number|null);

            /** Dial host */
            host?: (string|null);

            /** Dial port */
            port?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Dial. */
        type $Shape = peer.Dial.$Properties;
    }

    /**
     * Properties of a Dialed.
     * @deprecated Use peer.Dialed.$Properties instead.
     */
    interface IDialed extends peer.Dialed.$Properties {
    }

    /** Represents a Dialed. */
    class Dialed {

        /**
         * Constructs a new Dialed.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Dialed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Dialed token. */
        token: number;

        /** Dialed connection. */
        connection: number;

        /**
         * Creates a new Dialed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Dialed instance
         */
        static create(properties: peer.Dialed.$Shape): peer.Dialed & peer.Dialed.$Shape;
        static create(properties?: peer.Dialed.$Properties): peer.Dialed;

        /**
         * Encodes the specified Dialed message. Does not implicitly {@link peer.Dialed.verify|verify} messages.
         * @param message Dialed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Dialed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Dialed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Dialed & peer.Dialed.$Shape} Dialed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Dialed & peer.Dialed.$Shape;
    }

    namespace Dialed {

        /** Properties of a Dialed. */
        interface $Properties {

            /** Dialed token */
            token?: (number|null);

            /** Dialed connection */
            connection?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Dialed. */
        type $Shape = peer.Dialed.$Properties;
    }

    /**
     * Properties of a DialFailed.
     * @deprecated Use peer.DialFailed.$Properties instead.
     */
    interface IDialFailed extends peer.DialFailed.$Properties {
    }

    /** Represents a DialFailed. */
    class DialFailed {

        /**
         * Constructs a new DialFailed.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.DialFailed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** DialFailed token. */
        token: number;

        /** DialFailed isRefused. */
        isRefused: boolean;

        /** DialFailed reason. */
        reason: string;

        /**
         * Creates a new DialFailed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns DialFailed instance
         */
        static create(properties: peer.DialFailed.$Shape): peer.DialFailed & peer.DialFailed.$Shape;
        static create(properties?: peer.DialFailed.$Properties): peer.DialFailed;

        /**
         * Encodes the specified DialFailed message. Does not implicitly {@link peer.DialFailed.verify|verify} messages.
         * @param message DialFailed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.DialFailed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a DialFailed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.DialFailed & peer.DialFailed.$Shape} DialFailed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.DialFailed & peer.DialFailed.$Shape;
    }

    namespace DialFailed {

        /** Properties of a DialFailed. */
        interface $Properties {

            /** DialFailed token */
            token?: (number|null);

            /** DialFailed isRefused */
            isRefused?: (boolean|null);

            /** DialFailed reason */
            reason?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a DialFailed. */
        type $Shape = peer.DialFailed.$Properties;
    }

    /**
     * Properties of a Knocked.
     * @deprecated Use peer.Knocked.$Properties instead.
     */
    interface IKnocked extends peer.Knocked.$Properties {
    }

    /** Represents a Knocked. */
    class Knocked {

        /**
         * Constructs a new Knocked.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Knocked.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Knocked connection. */
        connection: number;

        /** Knocked payload. */
        payload: Uint8Array;

        /** Knocked remote. */
        remote: string;

        /**
         * Creates a new Knocked instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Knocked instance
         */
        static create(properties: peer.Knocked.$Shape): peer.Knocked & peer.Knocked.$Shape;
        static create(properties?: peer.Knocked.$Properties): peer.Knocked;

        /**
         * Encodes the specified Knocked message. Does not implicitly {@link peer.Knocked.verify|verify} messages.
         * @param message Knocked message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Knocked.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Knocked message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Knocked & peer.Knocked.$Shape} Knocked
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Knocked & peer.Knocked.$Shape;
    }

    namespace Knocked {

        /** Properties of a Knocked. */
        interface $Properties {

            /** Knocked connection */
            connection?: (number|null);

            /** Knocked payload */
            payload?: (Uint8Array|null);

            /** Knocked remote */
            remote?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Knocked. */
        type $Shape = peer.Knocked.$Properties;
    }

    /**
     * Properties of an Admit.
     * @deprecated Use peer.Admit.$Properties instead.
     */
    interface IAdmit extends peer.Admit.$Properties {
    }

    /** Represents an Admit. */
    class Admit {

        /**
         * Constructs a new Admit.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Admit.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Admit connection. */
        connection: number;

        /** Admit hello. */
        hello?: (peer.Hello.$Properties|null);

        /** Admit remote. */
        remote: string;

        /**
         * Creates a new Admit instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Admit instance
         */
        static create(properties: peer.Admit.$Shape): peer.Admit & peer.Admit.$Shape;
        static create(properties?: peer.Admit.$Properties): peer.Admit;

        /**
         * Encodes the specified Admit message. Does not implicitly {@link peer.Admit.verify|verify} messages.
         * @param message Admit message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Admit.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Admit message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Admit & peer.Admit.$Shape} Admit
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Admit & peer.Admit.$Shape;
    }

    namespace Admit {

        /** Properties of an Admit. */
        interface $Properties {

            /** Admit connection */
            connection?: (number|null);

            /** Admit hello */
            hello?: (peer.Hello.$Properties|null);

            /** Admit remote */
            remote?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Admit. */
        type $Shape = peer.Admit.$Properties;
    }

    /**
     * Properties of an Own.
     * @deprecated Use peer.Own.$Properties instead.
     */
    interface IOwn extends peer.Own.$Properties {
    }

    /** Represents an Own. */
    class Own {

        /**
         * Constructs a new Own.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Own.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Own connection. */
        connection: number;

        /**
         * Creates a new Own instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Own instance
         */
        static create(properties: peer.Own.$Shape): peer.Own & peer.Own.$Shape;
        static create(properties?: peer.Own.$Properties): peer.Own;

        /**
         * Encodes the specified Own message. Does not implicitly {@link peer.Own.verify|verify} messages.
         * @param message Own message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Own.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Own message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Own & peer.Own.$Shape} Own
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Own & peer.Own.$Shape;
    }

    namespace Own {

        /** Properties of an Own. */
        interface $Properties {

            /** Own connection */
            connection?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Own. */
        type $Shape = peer.Own.$Properties;
    }

    /**
     * Properties of a Write.
     * @deprecated Use peer.Write.$Properties instead.
     */
    interface IWrite extends peer.Write.$Properties {
    }

    /** Represents a Write. */
    class Write {

        /**
         * Constructs a new Write.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Write.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Write connection. */
        connection: number;

        /** Write payloads. */
        payloads: Uint8Array[];

        /**
         * Creates a new Write instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Write instance
         */
        static create(properties: peer.Write.$Shape): peer.Write & peer.Write.$Shape;
        static create(properties?: peer.Write.$Properties): peer.Write;

        /**
         * Encodes the specified Write message. Does not implicitly {@link peer.Write.verify|verify} messages.
         * @param message Write message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Write.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Write message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Write & peer.Write.$Shape} Write
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Write & peer.Write.$Shape;
    }

    namespace Write {

        /** Properties of a Write. */
        interface $Properties {

            /** Write connection */
            connection?: (number|null);

            /** Write payloads */
            payloads?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Write. */
        type $Shape = peer.Write.$Properties;
    }

    /**
     * Properties of a Close.
     * @deprecated Use peer.Close.$Properties instead.
     */
    interface IClose extends peer.Close.$Properties {
    }

    /** Represents a Close. */
    class Close {

        /**
         * Constructs a new Close.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Close.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Close connection. */
        connection: number;

        /**
         * Creates a new Close instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Close instance
         */
        static create(properties: peer.Close.$Shape): peer.Close & peer.Close.$Shape;
        static create(properties?: peer.Close.$Properties): peer.Close;

        /**
         * Encodes the specified Close message. Does not implicitly {@link peer.Close.verify|verify} messages.
         * @param message Close message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Close.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Close message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Close & peer.Close.$Shape} Close
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Close & peer.Close.$Shape;
    }

    namespace Close {

        /** Properties of a Close. */
        interface $Properties {

            /** Close connection */
            connection?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Close. */
        type $Shape = peer.Close.$Properties;
    }

    /**
     * Properties of a Received.
     * @deprecated Use peer.Received.$Properties instead.
     */
    interface IReceived extends peer.Received.$Properties {
    }

    /** Represents a Received. */
    class Received {

        /**
         * Constructs a new Received.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Received.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Received connection. */
        connection: number;

        /** Received payloads. */
        payloads: Uint8Array[];

        /**
         * Creates a new Received instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Received instance
         */
        static create(properties: peer.Received.$Shape): peer.Received & peer.Received.$Shape;
        static create(properties?: peer.Received.$Properties): peer.Received;

        /**
         * Encodes the specified Received message. Does not implicitly {@link peer.Received.verify|verify} messages.
         * @param message Received message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Received.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Received message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Received & peer.Received.$Shape} Received
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Received & peer.Received.$Shape;
    }

    namespace Received {

        /** Properties of a Received. */
        interface $Properties {

            /** Received connection */
            connection?: (number|null);

            /** Received payloads */
            payloads?: (Uint8Array[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Received. */
        type $Shape = peer.Received.$Properties;
    }

    /**
     * Properties of a Flow.
     * @deprecated Use peer.Flow.$Properties instead.
     */
    interface IFlow extends peer.Flow.$Properties {
    }

    /** Represents a Flow. */
    class Flow {

        /**
         * Constructs a new Flow.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Flow.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Flow connection. */
        connection: number;

        /** Flow isCongested. */
        isCongested: boolean;

        /**
         * Creates a new Flow instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Flow instance
         */
        static create(properties: peer.Flow.$Shape): peer.Flow & peer.Flow.$Shape;
        static create(properties?: peer.Flow.$Properties): peer.Flow;

        /**
         * Encodes the specified Flow message. Does not implicitly {@link peer.Flow.verify|verify} messages.
         * @param message Flow message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Flow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Flow message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Flow & peer.Flow.$Shape} Flow
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Flow & peer.Flow.$Shape;
    }

    namespace Flow {

        /** Properties of a Flow. */
        interface $Properties {

            /** Flow connection */
            connection?: (number|null);

            /** Flow isCongested */
            isCongested?: (boolean|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Flow. */
        type $Shape = peer.Flow.$Properties;
    }

    /**
     * Properties of a Closed.
     * @deprecated Use peer.Closed.$Properties instead.
     */
    interface IClosed extends peer.Closed.$Properties {
    }

    /** Represents a Closed. */
    class Closed {

        /**
         * Constructs a new Closed.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Closed.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Closed connection. */
        connection: number;

        /** Closed errorCode. */
        errorCode: string;

        /** Closed errorMessage. */
        errorMessage: string;

        /**
         * Creates a new Closed instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Closed instance
         */
        static create(properties: peer.Closed.$Shape): peer.Closed & peer.Closed.$Shape;
        static create(properties?: peer.Closed.$Properties): peer.Closed;

        /**
         * Encodes the specified Closed message. Does not implicitly {@link peer.Closed.verify|verify} messages.
         * @param message Closed message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Closed.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Closed message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Closed & peer.Closed.$Shape} Closed
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Closed & peer.Closed.$Shape;
    }

    namespace Closed {

        /** Properties of a Closed. */
        interface $Properties {

            /** Closed connection */
            connection?: (number|null);

            /** Closed errorCode */
            errorCode?: (string|null);

            /** Closed errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Closed. */
        type $Shape = peer.Closed.$Properties;
    }

    /**
     * Properties of a Follow.
     * @deprecated Use peer.Follow.$Properties instead.
     */
    interface IFollow extends peer.Follow.$Properties {
    }

    /** Represents a Follow. */
    class Follow {

        /**
         * Constructs a new Follow.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Follow.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Follow instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Follow instance
         */
        static create(properties: peer.Follow.$Shape): peer.Follow & peer.Follow.$Shape;
        static create(properties?: peer.Follow.$Properties): peer.Follow;

        /**
         * Encodes the specified Follow message. Does not implicitly {@link peer.Follow.verify|verify} messages.
         * @param message Follow message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Follow.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Follow message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Follow & peer.Follow.$Shape} Follow
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Follow & peer.Follow.$Shape;
    }

    namespace Follow {

        /** Properties of a Follow. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Follow. */
        type $Shape = peer.Follow.$Properties;
    }

    /** Presence enum. */
    enum Presence {

        /** UNKNOWN value */
        UNKNOWN = 0,

        /** CONNECTED value */
        CONNECTED = 1,

        /** LOST value */
        LOST = 2,

        /** GONE value */
        GONE = 3
    }

    /**
     * Properties of a PeerState.
     * @deprecated Use peer.PeerState.$Properties instead.
     */
    interface IPeerState extends peer.PeerState.$Properties {
    }

    /** Represents a PeerState. */
    class PeerState {

        /**
         * Constructs a new PeerState.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.PeerState.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** PeerState node. */
        node: number;

        /** PeerState presence. */
        presence: peer.Presence;

        /** PeerState boot. */
        boot: number;

        /** PeerState addresses. */
        addresses?: (peer.Addresses.$Properties|null);

        /** PeerState campaignDelayMs. */
        campaignDelayMs: number;

        /**
         * Creates a new PeerState instance using the specified properties.
         * @param [properties] Properties to set
         * @returns PeerState instance
         */
        static create(properties: peer.PeerState.$Shape): peer.PeerState & peer.PeerState.$Shape;
        static create(properties?: peer.PeerState.$Properties): peer.PeerState;

        /**
         * Encodes the specified PeerState message. Does not implicitly {@link peer.PeerState.verify|verify} messages.
         * @param message PeerState message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.PeerState.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a PeerState message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.PeerState & peer.PeerState.$Shape} PeerState
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.PeerState & peer.PeerState.$Shape;
    }

    namespace PeerState {

        /** Properties of a PeerState. */
        interface $Properties {

            /** PeerState node */
            node?: (number|null);

            /** PeerState presence */
            presence?: (peer.Presence|null);

            /** PeerState boot */
            boot?: (number|null);

            /** PeerState addresses */
            addresses?: (peer.Addresses.$Properties|null);

            /** PeerState campaignDelayMs */
            campaignDelayMs?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a PeerState. */
        type $Shape = peer.PeerState.$Properties;
    }

    /**
     * Properties of an Advertise.
     * @deprecated Use peer.Advertise.$Properties instead.
     */
    interface IAdvertise extends peer.Advertise.$Properties {
    }

    /** Represents an Advertise. */
    class Advertise {

        /**
         * Constructs a new Advertise.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Advertise.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Advertise addresses. */
        addresses?: (peer.Addresses.$Properties|null);

        /**
         * Creates a new Advertise instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Advertise instance
         */
        static create(properties: peer.Advertise.$Shape): peer.Advertise & peer.Advertise.$Shape;
        static create(properties?: peer.Advertise.$Properties): peer.Advertise;

        /**
         * Encodes the specified Advertise message. Does not implicitly {@link peer.Advertise.verify|verify} messages.
         * @param message Advertise message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Advertise.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Advertise message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Advertise & peer.Advertise.$Shape} Advertise
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Advertise & peer.Advertise.$Shape;
    }

    namespace Advertise {

        /** Properties of an Advertise. */
        interface $Properties {

            /** Advertise addresses */
            addresses?: (peer.Addresses.$Properties|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Advertise. */
        type $Shape = peer.Advertise.$Properties;
    }

    /**
     * Properties of a StatusRequest.
     * @deprecated Use peer.StatusRequest.$Properties instead.
     */
    interface IStatusRequest extends peer.StatusRequest.$Properties {
    }

    /** Represents a StatusRequest. */
    class StatusRequest {

        /**
         * Constructs a new StatusRequest.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.StatusRequest.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new StatusRequest instance using the specified properties.
         * @param [properties] Properties to set
         * @returns StatusRequest instance
         */
        static create(properties: peer.StatusRequest.$Shape): peer.StatusRequest & peer.StatusRequest.$Shape;
        static create(properties?: peer.StatusRequest.$Properties): peer.StatusRequest;

        /**
         * Encodes the specified StatusRequest message. Does not implicitly {@link peer.StatusRequest.verify|verify} messages.
         * @param message StatusRequest message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.StatusRequest.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a StatusRequest message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.StatusRequest & peer.StatusRequest.$Shape} StatusRequest
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.StatusRequest & peer.StatusRequest.$Shape;
    }

    namespace StatusRequest {

        /** Properties of a StatusRequest. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a StatusRequest. */
        type $Shape = peer.StatusRequest.$Properties;
    }

    /**
     * Properties of a LinkStatus.
     * @deprecated Use peer.LinkStatus.$Properties instead.
     */
    interface ILinkStatus extends peer.LinkStatus.$Properties {
    }

    /** Represents a LinkStatus. */
    class LinkStatus {

        /**
         * Constructs a new LinkStatus.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.LinkStatus.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** LinkStatus node. */
        node: number;

        /** LinkStatus presence. */
        presence: peer.Presence;

        /** LinkStatus boot. */
        boot: number;

        /** LinkStatus address. */
        address: string;

        /** LinkStatus addresses. */
        addresses?: (peer.Addresses.$Properties|null);

        /** LinkStatus sinceMs. */
        sinceMs: number;

        /** LinkStatus queuedBytes. */
        queuedBytes: number;

        /** LinkStatus connectionsMade. */
        connectionsMade: number;

        /** LinkStatus errorCode. */
        errorCode: string;

        /** LinkStatus errorMessage. */
        errorMessage: string;

        /**
         * Creates a new LinkStatus instance using the specified properties.
         * @param [properties] Properties to set
         * @returns LinkStatus instance
         */
        static create(properties: peer.LinkStatus.$Shape): peer.LinkStatus & peer.LinkStatus.$Shape;
        static create(properties?: peer.LinkStatus.$Properties): peer.LinkStatus;

        /**
         * Encodes the specified LinkStatus message. Does not implicitly {@link peer.LinkStatus.verify|verify} messages.
         * @param message LinkStatus message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.LinkStatus.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a LinkStatus message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.LinkStatus & peer.LinkStatus.$Shape} LinkStatus
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.LinkStatus & peer.LinkStatus.$Shape;
    }

    namespace LinkStatus {

        /** Properties of a LinkStatus. */
        interface $Properties {

            /** LinkStatus node */
            node?: (number|null);

            /** LinkStatus presence */
            presence?: (peer.Presence|null);

            /** LinkStatus boot */
            boot?: (number|null);

            /** LinkStatus address */
            address?: (string|null);

            /** LinkStatus addresses */
            addresses?: (peer.Addresses.$Properties|null);

            /** LinkStatus sinceMs */
            sinceMs?: (number|null);

            /** LinkStatus queuedBytes */
            queuedBytes?: (number|null);

            /** LinkStatus connectionsMade */
            connectionsMade?: (number|null);

            /** LinkStatus errorCode */
            errorCode?: (string|null);

            /** LinkStatus errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a LinkStatus. */
        type $Shape = peer.LinkStatus.$Properties;
    }

    /**
     * Properties of a Tick.
     * @deprecated Use peer.Tick.$Properties instead.
     */
    interface ITick extends peer.Tick.$Properties {
    }

    /** Represents a Tick. */
    class Tick {

        /**
         * Constructs a new Tick.
         * @param [properties] Properties to set
         */
        constructor(properties?: peer.Tick.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Tick purpose. */
        purpose: number;

        /**
         * Creates a new Tick instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Tick instance
         */
        static create(properties: peer.Tick.$Shape): peer.Tick & peer.Tick.$Shape;
        static create(properties?: peer.Tick.$Properties): peer.Tick;

        /**
         * Encodes the specified Tick message. Does not implicitly {@link peer.Tick.verify|verify} messages.
         * @param message Tick message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: peer.Tick.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Tick message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {peer.Tick & peer.Tick.$Shape} Tick
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): peer.Tick & peer.Tick.$Shape;
    }

    namespace Tick {

        /** Properties of a Tick. */
        interface $Properties {

            /** Tick purpose */
            purpose?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Tick. */
        type $Shape = peer.Tick.$Properties;
    }
}

/** Namespace storage. */
export namespace storage {

    /**
     * Properties of an Open.
     * @deprecated Use storage.Open.$Properties instead.
     */
    interface IOpen extends storage.Open.$Properties {
    }

    /** Represents an Open. */
    class Open {

        /**
         * Constructs a new Open.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.Open.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Open group. */
        group: number;

        /** Open groupBoot. */
        groupBoot: number;

        /**
         * Creates a new Open instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Open instance
         */
        static create(properties: storage.Open.$Shape): storage.Open & storage.Open.$Shape;
        static create(properties?: storage.Open.$Properties): storage.Open;

        /**
         * Encodes the specified Open message. Does not implicitly {@link storage.Open.verify|verify} messages.
         * @param message Open message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.Open.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Open message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.Open & storage.Open.$Shape} Open
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.Open & storage.Open.$Shape;
    }

    namespace Open {

        /** Properties of an Open. */
        interface $Properties {

            /** Open group */
            group?: (number|null);

            /** Open groupBoot */
            groupBoot?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Open. */
        type $Shape = storage.Open.$Properties;
    }

    /**
     * Properties of a TermStart.
     * @deprecated Use storage.TermStart.$Properties instead.
     */
    interface ITermStart extends storage.TermStart.$Properties {
    }

    /** Represents a TermStart. */
    class TermStart {

        /**
         * Constructs a new TermStart.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.TermStart.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** TermStart term. */
        term: number;

        /** TermStart index. */
        index: number;

        /**
         * Creates a new TermStart instance using the specified properties.
         * @param [properties] Properties to set
         * @returns TermStart instance
         */
        static create(properties: storage.TermStart.$Shape): storage.TermStart & storage.TermStart.$Shape;
        static create(properties?: storage.TermStart.$Properties): storage.TermStart;

        /**
         * Encodes the specified TermStart message. Does not implicitly {@link storage.TermStart.verify|verify} messages.
         * @param message TermStart message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.TermStart.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a TermStart message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.TermStart & storage.TermStart.$Shape} TermStart
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.TermStart & storage.TermStart.$Shape;
    }

    namespace TermStart {

        /** Properties of a TermStart. */
        interface $Properties {

            /** TermStart term */
            term?: (number|null);

            /** TermStart index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a TermStart. */
        type $Shape = storage.TermStart.$Properties;
    }

    /**
     * Properties of an Opened.
     * @deprecated Use storage.Opened.$Properties instead.
     */
    interface IOpened extends storage.Opened.$Properties {
    }

    /** Represents an Opened. */
    class Opened {

        /**
         * Constructs a new Opened.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.Opened.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Opened group. */
        group: number;

        /** Opened groupBoot. */
        groupBoot: number;

        /** Opened writerBoot. */
        writerBoot: number;

        /** Opened replica. */
        replica: number;

        /** Opened hardState. */
        hardState?: (raft.HardState.$Properties|null);

        /** Opened purgeIndex. */
        purgeIndex: number;

        /** Opened purgeTerm. */
        purgeTerm: number;

        /** Opened lastIndex. */
        lastIndex: number;

        /** Opened lastTerm. */
        lastTerm: number;

        /** Opened termStarts. */
        termStarts: storage.TermStart.$Properties[];

        /** Opened membershipIndexes. */
        membershipIndexes: number[];

        /** Opened entries. */
        entries: raft.Entry.$Properties[];

        /** Opened sequence. */
        sequence: number;

        /** Opened stateFile. */
        stateFile: string;

        /** Opened errorCode. */
        errorCode: string;

        /** Opened errorMessage. */
        errorMessage: string;

        /** Opened volumeInstance. */
        volumeInstance: string;

        /**
         * Creates a new Opened instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Opened instance
         */
        static create(properties: storage.Opened.$Shape): storage.Opened & storage.Opened.$Shape;
        static create(properties?: storage.Opened.$Properties): storage.Opened;

        /**
         * Encodes the specified Opened message. Does not implicitly {@link storage.Opened.verify|verify} messages.
         * @param message Opened message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.Opened.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Opened message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.Opened & storage.Opened.$Shape} Opened
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.Opened & storage.Opened.$Shape;
    }

    namespace Opened {

        /** Properties of an Opened. */
        interface $Properties {

            /** Opened group */
            group?: (number|null);

            /** Opened groupBoot */
            groupBoot?: (number|null);

            /** Opened writerBoot */
            writerBoot?: (number|null);

            /** Opened replica */
            replica?: (number|null);

            /** Opened hardState */
            hardState?: (raft.HardState.$Properties|null);

            /** Opened purgeIndex */
            purgeIndex?: (number|null);

            /** Opened purgeTerm */
            purgeTerm?: (number|null);

            /** Opened lastIndex */
            lastIndex?: (number|null);

            /** Opened lastTerm */
            lastTerm?: (number|null);

            /** Opened termStarts */
            termStarts?: (storage.TermStart.$Properties[]|null);

            /** Opened membershipIndexes */
            membershipIndexes?: (number[]|null);

            /** Opened entries */
            entries?: (raft.Entry.$Properties[]|null);

            /** Opened sequence */
            sequence?: (number|null);

            /** Opened stateFile */
            stateFile?: (string|null);

            /** Opened errorCode */
            errorCode?: (string|null);

            /** Opened errorMessage */
            errorMessage?: (string|null);

            /** Opened volumeInstance */
            volumeInstance?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Opened. */
        type $Shape = storage.Opened.$Properties;
    }

    /**
     * Properties of an Append.
     * @deprecated Use storage.Append.$Properties instead.
     */
    interface IAppend extends storage.Append.$Properties {
    }

    /** Represents an Append. */
    class Append {

        /**
         * Constructs a new Append.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.Append.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Append group. */
        group: number;

        /** Append groupBoot. */
        groupBoot: number;

        /** Append writerBoot. */
        writerBoot: number;

        /** Append sequence. */
        sequence: number;

        /** Append hardState. */
        hardState?: (raft.HardState.$Properties|null);

        /** Append entries. */
        entries: raft.Entry.$Properties[];

        /**
         * Creates a new Append instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Append instance
         */
        static create(properties: storage.Append.$Shape): storage.Append & storage.Append.$Shape;
        static create(properties?: storage.Append.$Properties): storage.Append;

        /**
         * Encodes the specified Append message. Does not implicitly {@link storage.Append.verify|verify} messages.
         * @param message Append message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.Append.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Append message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.Append & storage.Append.$Shape} Append
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.Append & storage.Append.$Shape;
    }

    namespace Append {

        /** Properties of an Append. */
        interface $Properties {

            /** Append group */
            group?: (number|null);

            /** Append groupBoot */
            groupBoot?: (number|null);

            /** Append writerBoot */
            writerBoot?: (number|null);

            /** Append sequence */
            sequence?: (number|null);

            /** Append hardState */
            hardState?: (raft.HardState.$Properties|null);

            /** Append entries */
            entries?: (raft.Entry.$Properties[]|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Append. */
        type $Shape = storage.Append.$Properties;
    }

    /**
     * Properties of an Appended.
     * @deprecated Use storage.Appended.$Properties instead.
     */
    interface IAppended extends storage.Appended.$Properties {
    }

    /** Represents an Appended. */
    class Appended {

        /**
         * Constructs a new Appended.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.Appended.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Appended group. */
        group: number;

        /** Appended groupBoot. */
        groupBoot: number;

        /** Appended writerBoot. */
        writerBoot: number;

        /** Appended sequence. */
        sequence: number;

        /** Appended term. */
        term: number;

        /** Appended lastTerm. */
        lastTerm: number;

        /** Appended lastIndex. */
        lastIndex: number;

        /** Appended errorCode. */
        errorCode: string;

        /** Appended errorMessage. */
        errorMessage: string;

        /**
         * Creates a new Appended instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Appended instance
         */
        static create(properties: storage.Appended.$Shape): storage.Appended & storage.Appended.$Shape;
        static create(properties?: storage.Appended.$Properties): storage.Appended;

        /**
         * Encodes the specified Appended message. Does not implicitly {@link storage.Appended.verify|verify} messages.
         * @param message Appended message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.Appended.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Appended message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.Appended & storage.Appended.$Shape} Appended
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.Appended & storage.Appended.$Shape;
    }

    namespace Appended {

        /** Properties of an Appended. */
        interface $Properties {

            /** Appended group */
            group?: (number|null);

            /** Appended groupBoot */
            groupBoot?: (number|null);

            /** Appended writerBoot */
            writerBoot?: (number|null);

            /** Appended sequence */
            sequence?: (number|null);

            /** Appended term */
            term?: (number|null);

            /** Appended lastTerm */
            lastTerm?: (number|null);

            /** Appended lastIndex */
            lastIndex?: (number|null);

            /** Appended errorCode */
            errorCode?: (string|null);

            /** Appended errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Appended. */
        type $Shape = storage.Appended.$Properties;
    }

    /**
     * Properties of a ReadEntries.
     * @deprecated Use storage.ReadEntries.$Properties instead.
     */
    interface IReadEntries extends storage.ReadEntries.$Properties {
    }

    /** Represents a ReadEntries. */
    class ReadEntries {

        /**
         * Constructs a new ReadEntries.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.ReadEntries.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** ReadEntries group. */
        group: number;

        /** ReadEntries from. */
        from: number;

        /** ReadEntries to. */
        to: number;

        /** ReadEntries maxBytes. */
        maxBytes: number;

        /** ReadEntries token. */
        token: number;

        /**
         * Creates a new ReadEntries instance using the specified properties.
         * @param [properties] Properties to set
         * @returns ReadEntries instance
         */
        static create(properties: storage.ReadEntries.$Shape): storage.ReadEntries & storage.ReadEntries.$Shape;
        static create(properties?: storage.ReadEntries.$Properties): storage.ReadEntries;

        /**
         * Encodes the specified ReadEntries message. Does not implicitly {@link storage.ReadEntries.verify|verify} messages.
         * @param message ReadEntries message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.ReadEntries.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a ReadEntries message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.ReadEntries & storage.ReadEntries.$Shape} ReadEntries
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.ReadEntries & storage.ReadEntries.$Shape;
    }

    namespace ReadEntries {

        /** Properties of a ReadEntries. */
        interface $Properties {

            /** ReadEntries group */
            group?: (number|null);

            /** ReadEntries from */
            from?: (number|null);

            /** ReadEntries to */
            to?: (number|null);

            /** ReadEntries maxBytes */
            maxBytes?: (number|null);

            /** ReadEntries token */
            token?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a ReadEntries. */
        type $Shape = storage.ReadEntries.$Properties;
    }

    /**
     * Properties of an EntriesRead.
     * @deprecated Use storage.EntriesRead.$Properties instead.
     */
    interface IEntriesRead extends storage.EntriesRead.$Properties {
    }

    /** Represents an EntriesRead. */
    class EntriesRead {

        /**
         * Constructs a new EntriesRead.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.EntriesRead.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** EntriesRead group. */
        group: number;

        /** EntriesRead from. */
        from: number;

        /** EntriesRead to. */
        to: number;

        /** EntriesRead token. */
        token: number;

        /** EntriesRead entries. */
        entries: raft.Entry.$Properties[];

        /** EntriesRead errorCode. */
        errorCode: string;

        /** EntriesRead errorMessage. */
        errorMessage: string;

        /**
         * Creates a new EntriesRead instance using the specified properties.
         * @param [properties] Properties to set
         * @returns EntriesRead instance
         */
        static create(properties: storage.EntriesRead.$Shape): storage.EntriesRead & storage.EntriesRead.$Shape;
        static create(properties?: storage.EntriesRead.$Properties): storage.EntriesRead;

        /**
         * Encodes the specified EntriesRead message. Does not implicitly {@link storage.EntriesRead.verify|verify} messages.
         * @param message EntriesRead message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.EntriesRead.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an EntriesRead message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.EntriesRead & storage.EntriesRead.$Shape} EntriesRead
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.EntriesRead & storage.EntriesRead.$Shape;
    }

    namespace EntriesRead {

        /** Properties of an EntriesRead. */
        interface $Properties {

            /** EntriesRead group */
            group?: (number|null);

            /** EntriesRead from */
            from?: (number|null);

            /** EntriesRead to */
            to?: (number|null);

            /** EntriesRead token */
            token?: (number|null);

            /** EntriesRead entries */
            entries?: (raft.Entry.$Properties[]|null);

            /** EntriesRead errorCode */
            errorCode?: (string|null);

            /** EntriesRead errorMessage */
            errorMessage?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an EntriesRead. */
        type $Shape = storage.EntriesRead.$Properties;
    }

    /**
     * Properties of a Purge.
     * @deprecated Use storage.Purge.$Properties instead.
     */
    interface IPurge extends storage.Purge.$Properties {
    }

    /** Represents a Purge. */
    class Purge {

        /**
         * Constructs a new Purge.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.Purge.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** Purge group. */
        group: number;

        /** Purge groupBoot. */
        groupBoot: number;

        /** Purge writerBoot. */
        writerBoot: number;

        /** Purge index. */
        index: number;

        /**
         * Creates a new Purge instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Purge instance
         */
        static create(properties: storage.Purge.$Shape): storage.Purge & storage.Purge.$Shape;
        static create(properties?: storage.Purge.$Properties): storage.Purge;

        /**
         * Encodes the specified Purge message. Does not implicitly {@link storage.Purge.verify|verify} messages.
         * @param message Purge message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.Purge.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a Purge message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.Purge & storage.Purge.$Shape} Purge
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.Purge & storage.Purge.$Shape;
    }

    namespace Purge {

        /** Properties of a Purge. */
        interface $Properties {

            /** Purge group */
            group?: (number|null);

            /** Purge groupBoot */
            groupBoot?: (number|null);

            /** Purge writerBoot */
            writerBoot?: (number|null);

            /** Purge index */
            index?: (number|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a Purge. */
        type $Shape = storage.Purge.$Properties;
    }

    /**
     * Properties of an Identify.
     * @deprecated Use storage.Identify.$Properties instead.
     */
    interface IIdentify extends storage.Identify.$Properties {
    }

    /** Represents an Identify. */
    class Identify {

        /**
         * Constructs a new Identify.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.Identify.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /**
         * Creates a new Identify instance using the specified properties.
         * @param [properties] Properties to set
         * @returns Identify instance
         */
        static create(properties: storage.Identify.$Shape): storage.Identify & storage.Identify.$Shape;
        static create(properties?: storage.Identify.$Properties): storage.Identify;

        /**
         * Encodes the specified Identify message. Does not implicitly {@link storage.Identify.verify|verify} messages.
         * @param message Identify message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.Identify.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes an Identify message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.Identify & storage.Identify.$Shape} Identify
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.Identify & storage.Identify.$Shape;
    }

    namespace Identify {

        /** Properties of an Identify. */
        interface $Properties {

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of an Identify. */
        type $Shape = storage.Identify.$Properties;
    }

    /**
     * Properties of a VolumeIdentity.
     * @deprecated Use storage.VolumeIdentity.$Properties instead.
     */
    interface IVolumeIdentity extends storage.VolumeIdentity.$Properties {
    }

    /** Represents a VolumeIdentity. */
    class VolumeIdentity {

        /**
         * Constructs a new VolumeIdentity.
         * @param [properties] Properties to set
         */
        constructor(properties?: storage.VolumeIdentity.$Properties);

        /** Unknown fields preserved while decoding when enabled */
        $unknowns?: Uint8Array[];

        /** VolumeIdentity instance. */
        instance: string;

        /** VolumeIdentity nodeBoot. */
        nodeBoot: number;

        /** VolumeIdentity bootNonce. */
        bootNonce: string;

        /** VolumeIdentity previousBootNonce. */
        previousBootNonce: string;

        /**
         * Creates a new VolumeIdentity instance using the specified properties.
         * @param [properties] Properties to set
         * @returns VolumeIdentity instance
         */
        static create(properties: storage.VolumeIdentity.$Shape): storage.VolumeIdentity & storage.VolumeIdentity.$Shape;
        static create(properties?: storage.VolumeIdentity.$Properties): storage.VolumeIdentity;

        /**
         * Encodes the specified VolumeIdentity message. Does not implicitly {@link storage.VolumeIdentity.verify|verify} messages.
         * @param message VolumeIdentity message or plain object to encode
         * @param [writer] Writer to encode to
         * @returns Writer
         */
        static encode(message: storage.VolumeIdentity.$Properties, writer?: $protobuf.Writer): $protobuf.Writer;

        /**
         * Decodes a VolumeIdentity message from the specified reader or buffer.
         * @param reader Reader or buffer to decode from
         * @param [length] Message length if known beforehand
         * @returns {storage.VolumeIdentity & storage.VolumeIdentity.$Shape} VolumeIdentity
         * @throws {Error} If the payload is not a reader or valid buffer
         * @throws {$protobuf.util.ProtocolError} If required fields are missing
         */
        static decode(reader: ($protobuf.Reader|Uint8Array), length?: number): storage.VolumeIdentity & storage.VolumeIdentity.$Shape;
    }

    namespace VolumeIdentity {

        /** Properties of a VolumeIdentity. */
        interface $Properties {

            /** VolumeIdentity instance */
            instance?: (string|null);

            /** VolumeIdentity nodeBoot */
            nodeBoot?: (number|null);

            /** VolumeIdentity bootNonce */
            bootNonce?: (string|null);

            /** VolumeIdentity previousBootNonce */
            previousBootNonce?: (string|null);

            /** Unknown fields preserved while decoding when enabled */
            $unknowns?: Uint8Array[];
        }

        /** Shape of a VolumeIdentity. */
        type $Shape = storage.VolumeIdentity.$Properties;
    }
}
