import '../install.js';
import '../../components/target-gauge/target-gauge.define.js';
