import '../install-default.js';
import '../../components/target-gauge/target-gauge.define.js';
